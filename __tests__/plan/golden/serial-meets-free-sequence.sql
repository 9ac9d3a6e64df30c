-- before
create sequence t_id_seq as int;
create table t (a int);
-- after
create table t (a int, id serial);
-- changes
-- create column public.t.id [substance]: only in the models
-- alter sequence public.t_id_seq [form]: owned by: nothing → public.t.id
-- plan
ALTER TABLE "t" ADD COLUMN "id" integer DEFAULT nextval('t_id_seq'::regclass) NOT NULL;
ALTER SEQUENCE "public"."t_id_seq" OWNED BY "t"."id";
-- down
ALTER SEQUENCE "public"."t_id_seq" OWNED BY NONE;
ALTER TABLE "t" DROP COLUMN "id";
