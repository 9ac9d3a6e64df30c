-- before
create table t (a int);
create view v as select a from t;
grant select on v to app_user;
grant update (a) on v to app_admin;
-- after
create table t (a bigint);
create view v as select a from t;
grant select on v to app_user;
grant update (a) on v to app_admin;
-- changes
-- alter column public.t.a [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint;
CREATE VIEW "v" AS SELECT a
   FROM t;
GRANT SELECT ON TABLE "v" TO "app_user";
GRANT UPDATE ("a") ON TABLE "v" TO "app_admin";
-- down
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer;
CREATE VIEW "v" AS SELECT a
   FROM t;
GRANT SELECT ON TABLE "v" TO "app_user";
GRANT UPDATE ("a") ON TABLE "v" TO "app_admin";
