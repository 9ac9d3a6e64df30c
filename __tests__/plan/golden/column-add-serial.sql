-- before
create table a (name text);
-- after
create table a (name text, id bigserial not null);
-- changes
-- create column public.a.id [substance]: only in the models
-- plan
ALTER TABLE "a" ADD COLUMN "id" bigserial NOT NULL;
-- down
ALTER TABLE "a" DROP COLUMN "id";
