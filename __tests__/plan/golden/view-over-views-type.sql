-- before
create table t (x int);
create view c as select x from t;
create materialized view b as select x from c;
create unique index i on b (x);
create view a as select x from b;
grant select on a to app_user;
comment on column a.x is 'first';
-- after
create table t (x bigint);
create view c as select x from t;
create materialized view b as select x from c;
create unique index i on b (x);
create view a as select x from b;
grant select on a to app_user;
comment on column a.x is 'first';
-- changes
-- alter column public.t.x [substance]: type: integer → bigint
-- plan
DROP VIEW "a";
DROP MATERIALIZED VIEW "b";
DROP VIEW "c";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE VIEW "c" AS SELECT x
   FROM t;
CREATE MATERIALIZED VIEW "b" AS SELECT x
   FROM c;
CREATE UNIQUE INDEX "i" ON "b" USING btree ("x");
CREATE VIEW "a" AS SELECT x
   FROM b;
GRANT SELECT ON TABLE "a" TO "app_user";
COMMENT ON COLUMN "a"."x" IS 'first';
-- down
DROP VIEW "a";
DROP MATERIALIZED VIEW "b";
DROP VIEW "c";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE VIEW "c" AS SELECT x
   FROM t;
CREATE MATERIALIZED VIEW "b" AS SELECT x
   FROM c;
CREATE UNIQUE INDEX "i" ON "b" USING btree ("x");
CREATE VIEW "a" AS SELECT x
   FROM b;
GRANT SELECT ON TABLE "a" TO "app_user";
COMMENT ON COLUMN "a"."x" IS 'first';
