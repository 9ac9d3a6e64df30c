-- The index changes, so its comment is not dropped with the column.
-- before
create table t (x integer, y integer);
create index i on t (x, y);
comment on index i is 'kept';
-- after
create table t (x integer, z integer);
create index i on t (x, z);
comment on index i is 'kept';
-- changes
-- alter index public.t.i [substance]: columns: (x, y) → (x, z)
-- drop column public.t.y [substance]: only in the database
-- create column public.t.z [substance]: only in the models
-- plan
DROP INDEX "i";
ALTER TABLE "t" DROP COLUMN "y";
ALTER TABLE "t" ADD COLUMN "z" integer;
CREATE INDEX "i" ON "t" USING btree ("x","z");
COMMENT ON INDEX "i" IS 'kept';
-- down
DROP INDEX "i";
ALTER TABLE "t" DROP COLUMN "z";
ALTER TABLE "t" ADD COLUMN "y" integer;
CREATE INDEX "i" ON "t" USING btree ("x","y");
COMMENT ON INDEX "i" IS 'kept';
-- irreversible
-- dropping column public.t.y loses its values
