-- The foreign key changes in place otherwise; here its key is made in place of another.
-- before
create table t (x integer, y integer, z integer);
alter table t add constraint old unique (x) include (y);
create table u (x integer constraint fk references t (x) deferrable);
-- after
create table t (x integer, y integer, z integer);
alter table t add constraint new unique (x) include (z);
create table u (x integer constraint fk references t (x));
-- changes
-- create unique public.t.new [substance]: only in the models
-- drop unique public.t.old [substance]: only in the database
-- alter foreign key public.u.fk [substance]: deferrable: DEFERRABLE → none
-- plan
ALTER TABLE "u" DROP CONSTRAINT "fk";
ALTER TABLE "t" DROP CONSTRAINT "old";
ALTER TABLE "t" ADD CONSTRAINT "new" UNIQUE("x") INCLUDE ("z");
ALTER TABLE "u" ADD CONSTRAINT "fk" FOREIGN KEY ("x") REFERENCES "public"."t"("x") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "u" DROP CONSTRAINT "fk";
ALTER TABLE "t" DROP CONSTRAINT "new";
ALTER TABLE "t" ADD CONSTRAINT "old" UNIQUE("x") INCLUDE ("y");
ALTER TABLE "u" ADD CONSTRAINT "fk" FOREIGN KEY ("x") REFERENCES "public"."t"("x") ON DELETE no action ON UPDATE no action DEFERRABLE;
