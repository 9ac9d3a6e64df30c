-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int, b text default 'x', c int options (x '1')) server s;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (b varchar(5) default 'y' not null, c int options (x '2', y '3'), d date) server s;
-- changes
-- alter foreign table public.t [substance]: columns: + d, - a, b differs, c differs
-- plan
ALTER FOREIGN TABLE "t" DROP COLUMN "a";
ALTER FOREIGN TABLE "t" ALTER COLUMN "b" DROP DEFAULT;
ALTER FOREIGN TABLE "t" ALTER COLUMN "b" SET DATA TYPE varchar(5);
ALTER FOREIGN TABLE "t" ALTER COLUMN "b" SET DEFAULT 'y';
ALTER FOREIGN TABLE "t" ALTER COLUMN "b" SET NOT NULL;
ALTER FOREIGN TABLE "t" ALTER COLUMN "c" OPTIONS (SET "x" '2', ADD "y" '3');
ALTER FOREIGN TABLE "t" ADD COLUMN "d" date;
-- down
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"a" integer,
	"b" text DEFAULT 'x',
	"c" integer OPTIONS ("x" '1')
) SERVER "s";
