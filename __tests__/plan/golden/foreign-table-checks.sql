-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int, constraint kept check (a > 0), constraint gone check (a > 1)) server s;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int, constraint kept check (a > 0), constraint new check (a > 2)) server s;
-- changes
-- alter foreign table public.t [substance]: checks: + new, - gone
-- plan
ALTER FOREIGN TABLE "t" DROP CONSTRAINT "gone";
ALTER FOREIGN TABLE "t" ADD CONSTRAINT "new" CHECK (a > 2);
-- down
ALTER FOREIGN TABLE "t" DROP CONSTRAINT "new";
ALTER FOREIGN TABLE "t" ADD CONSTRAINT "gone" CHECK (a > 1);
