-- before
create table a (id int4range, valid daterange, constraint a_key primary key (id, valid without overlaps));
create table b (id int4range, during daterange);
-- after
create table a (id int4range, valid daterange, constraint a_key primary key (id, valid without overlaps));
create table b (id int4range, during daterange, constraint k foreign key (id, period during) references a (id, period valid));
-- changes
-- create foreign key public.b.k [substance]: only in the models
-- plan
ALTER TABLE "b" ADD CONSTRAINT "k" FOREIGN KEY ("id", PERIOD "during") REFERENCES "public"."a"("id", PERIOD "valid") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "b" DROP CONSTRAINT "k";
