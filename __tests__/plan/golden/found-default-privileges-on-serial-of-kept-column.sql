-- The column makes its sequence on its way, which comes with the grant of default privileges.
-- before
create table t (x integer);
alter default privileges in schema public grant usage on sequences to app_user;
-- after
create sequence s as integer;
create table t (x integer default nextval('s'));
alter sequence s owned by t.x;
alter default privileges in schema public grant usage on sequences to app_user;
revoke usage on sequence s from app_user;
-- changes
-- alter column public.t.x [substance]: default: none → nextval('s'::regclass)
-- plan
CREATE SEQUENCE "public"."s" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
SELECT setval('"public"."s"', (SELECT max("x") FROM "t"));
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT nextval('s'::regclass);
ALTER SEQUENCE "public"."s" OWNED BY "t"."x";
REVOKE USAGE ON SEQUENCE "public"."s" FROM "app_user";
-- down
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
DROP SEQUENCE "public"."s";
