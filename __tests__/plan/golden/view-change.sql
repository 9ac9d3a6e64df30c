-- before
create table a (x int, y int);
create view v as select x from a;
create view w as select x from v;
-- after
create table a (x int, y int);
create view v as select y as x from a;
create view w as select x from v;
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT y AS x FROM a;
-- plan
DROP VIEW "w";
DROP VIEW "v";
CREATE VIEW "v" AS SELECT y AS x
   FROM a;
CREATE VIEW "w" AS SELECT x
   FROM v;
-- down
DROP VIEW "w";
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE VIEW "w" AS SELECT x
   FROM v;
