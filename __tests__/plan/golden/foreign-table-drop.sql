-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int) server s;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
-- changes
-- drop foreign table public.t [substance]: only in the database
-- plan
DROP FOREIGN TABLE "t";
-- down
CREATE FOREIGN TABLE "t" (
	"a" integer
) SERVER "s";
