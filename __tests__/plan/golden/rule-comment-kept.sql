-- before
create table a (x int);
create view v as select x from a;
create rule r as on delete to v do instead nothing;
comment on rule r on v is 'keeps';
-- after
create table a (x bigint);
create view v as select x from a;
create rule r as on delete to v do instead nothing;
comment on rule r on v is 'keeps';
-- changes
-- alter column public.a.x [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE bigint;
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE RULE "r" AS ON DELETE TO public.v DO INSTEAD NOTHING;
COMMENT ON RULE "r" ON "v" IS 'keeps';
-- down
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE integer;
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE RULE "r" AS ON DELETE TO public.v DO INSTEAD NOTHING;
COMMENT ON RULE "r" ON "v" IS 'keeps';
