-- before
select 1;
-- after
create table t (a int);
grant all on t to app_user;
-- changes
-- create table public.t [substance]: only in the models
-- create grant public.t to app_user [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"a" integer
);
GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE "t" TO "app_user";
-- down
DROP TABLE "t";
