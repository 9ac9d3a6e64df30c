-- before
alter default privileges in schema public grant select on tables to app_user;
-- after
alter default privileges in schema public grant select on tables to app_user;
create table t (id serial, a int);
-- changes
-- create table public.t [substance]: only in the models
-- create grant public.t to app_user [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"id" serial NOT NULL,
	"a" integer
);
GRANT SELECT ON TABLE "t" TO "app_user";
-- down
DROP TABLE "t";
