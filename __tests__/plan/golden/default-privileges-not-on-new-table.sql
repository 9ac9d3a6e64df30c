-- before
alter default privileges in schema public grant select, insert on tables to app_user;
alter default privileges in schema public grant usage on sequences to app_user;
-- after
alter default privileges in schema public grant select, insert on tables to app_user;
alter default privileges in schema public grant usage on sequences to app_user;
create table t (id serial);
revoke insert on t from app_user;
revoke usage on sequence t_id_seq from app_user;
-- changes
-- create table public.t [substance]: only in the models
-- create grant public.t to app_user [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"id" serial NOT NULL
);
REVOKE USAGE ON SEQUENCE "public"."t_id_seq" FROM "app_user";
REVOKE INSERT ON TABLE "t" FROM "app_user";
GRANT SELECT ON TABLE "t" TO "app_user";
-- down
DROP TABLE "t";
