-- Postgres can't make a key anew while a foreign key refers to it.
-- before
create table t (id integer, x integer, parent integer);
alter table t add primary key (id) include (x);
alter table t add foreign key (parent) references t (id);
-- after
create table t (id integer, x text, parent integer);
alter table t add primary key (id) include (x);
alter table t add foreign key (parent) references t (id);
-- changes
-- alter column public.t.x [substance]: type: integer → text
-- plan
ALTER TABLE "t" DROP CONSTRAINT "t_parent_fkey";
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id") INCLUDE ("x");
ALTER TABLE "t" ADD CONSTRAINT "t_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "t" DROP CONSTRAINT "t_parent_fkey";
ALTER TABLE "t" DROP CONSTRAINT "t_pkey";
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer USING "x"::integer;
ALTER TABLE "t" ADD CONSTRAINT "t_pkey" PRIMARY KEY("id") INCLUDE ("x");
ALTER TABLE "t" ADD CONSTRAINT "t_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action;
