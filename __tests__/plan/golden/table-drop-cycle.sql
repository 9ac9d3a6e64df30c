-- before
create table a (id int primary key, b int);
create table b (id int primary key, a int references a);
alter table a add foreign key (b) references b;
-- after

-- changes
-- drop table public.a [substance]: only in the database
-- drop table public.b [substance]: only in the database
-- plan
ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
DROP TABLE "a";
DROP TABLE "b";
-- down
CREATE TABLE "a" (
	"id" integer PRIMARY KEY NOT NULL,
	"b" integer
);
CREATE TABLE "b" (
	"id" integer PRIMARY KEY NOT NULL,
	"a" integer
);
ALTER TABLE "a" ADD CONSTRAINT "a_b_fkey" FOREIGN KEY ("b") REFERENCES "public"."b"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "b" ADD CONSTRAINT "b_a_fkey" FOREIGN KEY ("a") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;
-- irreversible
-- dropping table public.a loses its rows
-- dropping table public.b loses its rows
