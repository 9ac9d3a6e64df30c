-- before
create sequence other as integer start with 100;
create table a (id integer not null default nextval('other'));
alter sequence other owned by a.id;
-- after
create table a (id serial);
-- changes
-- alter column public.a.id [substance]: default: nextval('other'::regclass) → nextval('a_id_seq'::regclass)
-- plan
ALTER SEQUENCE "public"."other" RENAME TO "a_id_seq";
ALTER SEQUENCE "public"."a_id_seq" START WITH 1;
-- down
ALTER SEQUENCE "public"."a_id_seq" RENAME TO "other";
ALTER SEQUENCE "public"."other" START WITH 100;
