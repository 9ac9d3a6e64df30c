-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int, b int) server s;
create view v as select a from t;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (b int, a int) server s;
create view v as select a from t;
-- changes
-- alter foreign table public.t [substance]: columns: in another order
-- plan
DROP VIEW "v";
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"b" integer,
	"a" integer
) SERVER "s";
CREATE VIEW "v" AS SELECT a
   FROM t;
-- down
DROP VIEW "v";
DROP FOREIGN TABLE "t";
CREATE FOREIGN TABLE "t" (
	"a" integer,
	"b" integer
) SERVER "s";
CREATE VIEW "v" AS SELECT a
   FROM t;
