-- before

-- after
create table a (id int primary key, parent int references a);
-- changes
-- create table public.a [substance]: only in the models
-- create foreign key public.a.a_parent_fkey [substance]: only in the models
-- plan
CREATE TABLE "a" (
	"id" integer PRIMARY KEY NOT NULL,
	"parent" integer
);
ALTER TABLE "a" ADD CONSTRAINT "a_parent_fkey" FOREIGN KEY ("parent") REFERENCES "public"."a"("id") ON DELETE no action ON UPDATE no action;
-- down
DROP TABLE "a";
