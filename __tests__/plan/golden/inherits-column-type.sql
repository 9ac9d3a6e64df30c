-- before
create table base (id int, gone text);
create table child (id int, own int) inherits (base);
-- after
create table base (id bigint, fresh date);
create table child (id bigint, own int) inherits (base);
-- changes
-- create column public.base.fresh [substance]: only in the models
-- drop column public.base.gone [substance]: only in the database
-- alter column public.base.id [substance]: type: integer → bigint
-- plan
ALTER TABLE "base" DROP COLUMN "gone";
ALTER TABLE "base" ALTER COLUMN "id" SET DATA TYPE bigint;
ALTER TABLE "base" ADD COLUMN "fresh" date;
-- down
ALTER TABLE "base" DROP COLUMN "fresh";
ALTER TABLE "base" ALTER COLUMN "id" SET DATA TYPE integer;
ALTER TABLE "base" ADD COLUMN "gone" text;
-- irreversible
-- dropping column public.base.gone loses its values
