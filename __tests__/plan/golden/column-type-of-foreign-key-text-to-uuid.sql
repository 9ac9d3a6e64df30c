-- before
create table a (id text primary key);
create table b (a text references a);
-- after
create table a (id uuid primary key);
create table b (a uuid references a);
-- changes
-- alter column public.a.id [substance]: type: text → uuid
-- alter column public.b.a [substance]: type: text → uuid
-- plan
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE uuid USING "id"::uuid;
ALTER TABLE "b" ALTER COLUMN "a" SET DATA TYPE uuid USING "a"::uuid;
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE text;
ALTER TABLE "b" ALTER COLUMN "a" SET DATA TYPE text;
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;
-- irreversible
-- changing the type of column public.a.id from text to uuid may not keep every value as it was
-- changing the type of column public.b.a from text to uuid may not keep every value as it was
