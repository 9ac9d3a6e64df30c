-- before
create type e as enum ('a', 'b');
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (v e) server s;
-- after
create type e as enum ('a');
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (v e) server s;
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP FOREIGN TABLE "t";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
CREATE FOREIGN TABLE "t" (
	"v" e
) SERVER "s";
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
