-- before
create table t (a int, id serial);
create table u (id serial);
-- after
create sequence t_id_seq as int;
create sequence u_id_seq as int;
create table t (a int);
-- changes
-- drop column public.t.id [substance]: only in the database
-- alter sequence public.t_id_seq [form]: owned by: public.t.id → nothing
-- drop table public.u [substance]: only in the database
-- alter sequence public.u_id_seq [form]: owned by: public.u.id → nothing
-- plan
ALTER SEQUENCE "public"."t_id_seq" OWNED BY NONE;
ALTER TABLE "t" DROP COLUMN "id";
ALTER SEQUENCE "public"."u_id_seq" OWNED BY NONE;
DROP TABLE "u";
-- down
CREATE TABLE "u" (
	"id" integer DEFAULT nextval('u_id_seq'::regclass) NOT NULL
);
ALTER SEQUENCE "public"."u_id_seq" OWNED BY "u"."id";
ALTER TABLE "t" ADD COLUMN "id" integer DEFAULT nextval('t_id_seq'::regclass) NOT NULL;
ALTER SEQUENCE "public"."t_id_seq" OWNED BY "t"."id";
-- irreversible
-- dropping column public.t.id loses its values
-- dropping table public.u loses its rows
