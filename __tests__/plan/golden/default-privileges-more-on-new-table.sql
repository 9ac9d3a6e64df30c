-- before
alter default privileges in schema public grant select on tables to app_user;
-- after
alter default privileges in schema public grant select on tables to app_user;
create table t (a int);
grant insert on t to app_user;
-- changes
-- create table public.t [substance]: only in the models
-- create grant public.t to app_user [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer
);
GRANT INSERT, SELECT ON TABLE "t" TO "app_user";
-- down
DROP TABLE "t";
