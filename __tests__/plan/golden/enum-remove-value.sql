-- before
create type e as enum ('a', 'b', 'c');
create table t (v e default 'a', w e[] default '{a,b}', x int);
create index i on t (v) where v = 'a';
alter table t add constraint c check (v <> 'b' or x > 1);
create view tv as select v from t where v = 'c';
create policy p on t using (v = 'a');
-- after
create type e as enum ('a', 'c');
create table t (v e default 'a', w e[] default '{a,c}', x int);
create index i on t (v) where v = 'a';
alter table t add constraint c check (v <> 'c' or x > 1);
create view tv as select v from t where v = 'c';
create policy p on t using (v = 'a');
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- alter check public.t.c [substance]: expression: ((v <> 'b'::e) OR (x > 1)) → ((v <> 'c'::e) OR (x > 1))
-- alter column public.t.w [substance]: default: '{a,b}'::e[] → '{a,c}'::e[]
-- plan
DROP POLICY "p" ON "t";
DROP VIEW "tv";
DROP INDEX "i";
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TABLE "t" ALTER COLUMN "v" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "w" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "w" SET DATA TYPE text[];
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'c');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
ALTER TABLE "t" ALTER COLUMN "v" SET DEFAULT 'a';
ALTER TABLE "t" ALTER COLUMN "w" SET DATA TYPE "public"."e"[] USING "w"::"public"."e"[];
ALTER TABLE "t" ALTER COLUMN "w" SET DEFAULT '{a,c}'::e[];
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((v <> 'c'::e) OR (x > 1)));
CREATE INDEX "i" ON "t" USING btree ("v") WHERE (v = 'a'::e);
CREATE VIEW "tv" AS SELECT v
   FROM t
  WHERE (v = 'c'::e);
CREATE POLICY "p" ON "t" AS PERMISSIVE FOR ALL TO public USING (v = 'a'::e);
-- down
ALTER TABLE "t" DROP CONSTRAINT "c";
ALTER TYPE "public"."e" ADD VALUE 'b' BEFORE 'c';
-- commit
ALTER TABLE "t" ALTER COLUMN "w" SET DEFAULT '{a,b}'::e[];
ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (((v <> 'b'::e) OR (x > 1)));
