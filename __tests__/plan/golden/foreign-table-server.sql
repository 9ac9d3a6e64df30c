-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table t (a int) server s;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table t (a int) server other;
-- changes
-- alter foreign table public.t [substance]: server: s → other
-- plan
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"a" integer
) SERVER "other";
-- down
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"a" integer
) SERVER "s";
