-- before
create table a (id int);
-- after
create table a (id int primary key);
-- changes
-- create primary key public.a.a_pkey [substance]: only in the models
-- alter column public.a.id [substance]: not null only in the models
-- plan
ALTER TABLE "a" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "a" ADD CONSTRAINT "a_pkey" PRIMARY KEY("id");
-- down
ALTER TABLE "a" DROP CONSTRAINT "a_pkey";
ALTER TABLE "a" ALTER COLUMN "id" DROP NOT NULL;
