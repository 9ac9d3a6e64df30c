-- before
create table t (a int);
create view kept as select a from t;
create view revoked as select a from t;
alter default privileges in schema public grant select on tables to app_user;
create view granted as select a from t;
-- after
create table t (a bigint);
create view kept as select a from t;
create view revoked as select a from t;
alter default privileges in schema public grant select on tables to app_user;
create view granted as select a from t;
-- changes
-- alter column public.t.a [substance]: type: integer → bigint
-- plan
DROP VIEW "kept";
DROP VIEW "revoked";
DROP VIEW "granted";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint;
CREATE VIEW "kept" AS SELECT a
   FROM t;
REVOKE SELECT ON TABLE "kept" FROM "app_user";
CREATE VIEW "revoked" AS SELECT a
   FROM t;
REVOKE SELECT ON TABLE "revoked" FROM "app_user";
CREATE VIEW "granted" AS SELECT a
   FROM t;
GRANT SELECT ON TABLE "granted" TO "app_user";
-- down
DROP VIEW "kept";
DROP VIEW "revoked";
DROP VIEW "granted";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer;
CREATE VIEW "kept" AS SELECT a
   FROM t;
REVOKE SELECT ON TABLE "kept" FROM "app_user";
CREATE VIEW "revoked" AS SELECT a
   FROM t;
REVOKE SELECT ON TABLE "revoked" FROM "app_user";
CREATE VIEW "granted" AS SELECT a
   FROM t;
GRANT SELECT ON TABLE "granted" TO "app_user";
