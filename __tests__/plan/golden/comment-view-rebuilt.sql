-- before
create table t (a int);
create view v as select a from t;
comment on view v is 'a view';
comment on column v.a is 'of a view';
-- after
create table t (a bigint);
create view v as select a from t;
comment on view v is 'a view';
comment on column v.a is 'of a view';
-- changes
-- alter column public.t.a [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint;
CREATE VIEW "v" AS SELECT a
   FROM t;
COMMENT ON VIEW "v" IS 'a view';
COMMENT ON COLUMN "v"."a" IS 'of a view';
-- down
DROP VIEW "v";
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer;
CREATE VIEW "v" AS SELECT a
   FROM t;
COMMENT ON VIEW "v" IS 'a view';
COMMENT ON COLUMN "v"."a" IS 'of a view';
