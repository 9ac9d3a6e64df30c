-- before
create table t (a int);
grant select on t to app_user;
grant update (a) on t to app_user;
-- after
select 1;
-- changes
-- drop table public.t [substance]: only in the database
-- plan
DROP TABLE "t";
-- down
CREATE TABLE "t" (
	"a" integer
);
GRANT SELECT ON TABLE "t" TO "app_user";
GRANT UPDATE ("a") ON TABLE "t" TO "app_user";
-- irreversible
-- dropping table public.t loses its rows
