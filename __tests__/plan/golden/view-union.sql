-- before
create table a (x int, y text);
create view v as select x from a union select 1;
-- after
create table a (x int, y text);
create view v as select x from a union all select 1;
-- changes
-- alter view public.v [substance]: definition: SELECT a.x FROM a UNION SELECT 1 AS x; → SELECT a.x FROM a UNION ALL SELECT 1 AS x;
-- plan
DROP VIEW "v";
CREATE VIEW "v" AS SELECT a.x
   FROM a
UNION ALL
 SELECT 1 AS x;
-- down
DROP VIEW "v";
CREATE VIEW "v" AS SELECT a.x
   FROM a
UNION
 SELECT 1 AS x;
