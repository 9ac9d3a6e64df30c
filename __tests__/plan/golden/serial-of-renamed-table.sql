-- before
create table old (id serial primary key);
alter table old rename to a;
alter table a rename constraint old_pkey to a_pkey;
-- after
create table a (id serial primary key);
-- changes
-- alter column public.a.id [form]: default: nextval('old_id_seq'::regclass) → nextval('a_id_seq'::regclass)
-- plan
ALTER SEQUENCE "public"."old_id_seq" RENAME TO "a_id_seq";
-- down
ALTER SEQUENCE "public"."a_id_seq" RENAME TO "old_id_seq";
