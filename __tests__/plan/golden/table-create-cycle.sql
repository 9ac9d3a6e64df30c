-- before

-- after
create table a (id int primary key, b int);
create table b (id int primary key, a int references a);
alter table a add foreign key (b) references b;
-- changes
-- create table public.a [substance]: only in the models
-- create foreign key public.a.a_b_fkey [substance]: only in the models
-- create table public.b [substance]: only in the models
-- create foreign key public.b.b_a_fkey [substance]: only in the models
-- plan
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
-- down
ALTER TABLE "a" DROP CONSTRAINT "a_b_fkey";
ALTER TABLE "b" DROP CONSTRAINT "b_a_fkey";
DROP TABLE "a";
DROP TABLE "b";
