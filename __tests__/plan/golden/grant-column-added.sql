-- before
create table t (a int);
-- after
create table t (a int, b int);
grant select (b) on t to app_user;
-- changes
-- create column public.t.b [substance]: only in the models
-- create grant public.t.b to app_user [substance]: only in the models
-- plan
ALTER TABLE "t" ADD COLUMN "b" integer;
GRANT SELECT ("b") ON TABLE "t" TO "app_user";
-- down
ALTER TABLE "t" DROP COLUMN "b";
