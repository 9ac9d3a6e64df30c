-- before
create sequence a_id_seq as integer;
create table a (id integer not null default nextval('a_id_seq'));
-- after
create table a (id serial);
-- changes
-- alter sequence public.a_id_seq [form]: owned by: nothing → public.a.id
-- plan
ALTER SEQUENCE "public"."a_id_seq" OWNED BY "a"."id";
-- down
ALTER SEQUENCE "public"."a_id_seq" OWNED BY NONE;
