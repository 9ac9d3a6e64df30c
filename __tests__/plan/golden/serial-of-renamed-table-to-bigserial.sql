-- before
create table old (id serial);
alter table old rename to a;
-- after
create table a (id bigserial);
-- changes
-- alter column public.a.id [substance]: default: nextval('old_id_seq'::regclass) → nextval('a_id_seq'::regclass); type: integer → bigint
-- plan
ALTER SEQUENCE "public"."old_id_seq" RENAME TO "a_id_seq";
ALTER SEQUENCE "public"."a_id_seq" AS bigint MAXVALUE 9223372036854775807;
ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE bigint;
ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('a_id_seq'::regclass);
-- down
ALTER SEQUENCE "public"."a_id_seq" RENAME TO "old_id_seq";
ALTER SEQUENCE "public"."old_id_seq" AS integer MAXVALUE 2147483647;
ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE integer;
ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('old_id_seq'::regclass);
