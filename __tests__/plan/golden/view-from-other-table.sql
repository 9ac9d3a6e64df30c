-- before
create table a (x int, y text);
create table aa (x int, y int);
create view v as select x from a where x > 1;
-- after
create table a (x int, y text);
create table aa (x int, y int);
create view v as select x from aa where x > 1;
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a WHERE (x > 1); → SELECT x FROM aa WHERE (x > 1);
-- plan
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM aa
  WHERE (x > 1);
-- down
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a
  WHERE (x > 1);
