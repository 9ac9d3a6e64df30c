-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int, b int) server s;
create view v as select a from t;
comment on column v.a is 'kept';
grant select on v to app_user;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a bigint, b int) server s;
create view v as select a from t;
comment on column v.a is 'kept';
grant select on v to app_user;
-- changes
-- alter foreign table public.t [substance]: columns: a differs
-- plan
DROP VIEW "v";
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"a" bigint,
	"b" integer
) SERVER "s";
CREATE VIEW "v" AS SELECT a
   FROM t;
GRANT SELECT ON TABLE "v" TO "app_user";
COMMENT ON COLUMN "v"."a" IS 'kept';
-- down
DROP VIEW "v";
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"a" integer,
	"b" integer
) SERVER "s";
CREATE VIEW "v" AS SELECT a
   FROM t;
GRANT SELECT ON TABLE "v" TO "app_user";
COMMENT ON COLUMN "v"."a" IS 'kept';
