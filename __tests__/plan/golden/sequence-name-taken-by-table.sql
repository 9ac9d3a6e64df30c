-- The table can't be made before the sequence of its name is gone, which the default still calls.
-- before
create sequence x;
create table t (id bigint default nextval('x'));
-- after
create function next_id() returns bigint language sql as 'select 1::bigint';
create table t (id bigint default next_id());
create table x (id int);
-- changes
-- create function public.next_id() [substance]: only in the models
-- alter column public.t.id [substance]: default: nextval('x'::regclass) → next_id()
-- drop sequence public.x [substance]: only in the database
-- create table public.x [substance]: only in the models
-- plan
CREATE FUNCTION "public"."next_id"() RETURNS bigint LANGUAGE sql AS $function$select 1::bigint$function$;
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT next_id();
DROP SEQUENCE "public"."x";
CREATE TABLE "x" (
	"id" integer
);
-- down
DROP TABLE "x";
CREATE SEQUENCE "public"."x" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT nextval('x'::regclass);
DROP FUNCTION "public"."next_id"();
-- irreversible
-- dropping sequence public.x loses its position
