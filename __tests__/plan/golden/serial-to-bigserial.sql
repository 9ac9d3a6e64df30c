-- before
create table a (id serial primary key);
-- after
create table a (id bigserial primary key);
-- changes
-- alter column public.a.id [substance]: type: integer → bigint
-- alter sequence public.a_id_seq [substance]: max: 2147483647 → 9223372036854775807; type: integer → bigint
-- plan
ALTER SEQUENCE "public"."a_id_seq" AS bigint MAXVALUE 9223372036854775807;
ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE bigint;
ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('a_id_seq'::regclass);
-- down
ALTER SEQUENCE "public"."a_id_seq" AS integer MAXVALUE 2147483647;
ALTER TABLE "a" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE integer;
ALTER TABLE "a" ALTER COLUMN "id" SET DEFAULT nextval('a_id_seq'::regclass);
