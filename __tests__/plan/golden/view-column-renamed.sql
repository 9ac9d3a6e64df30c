-- before
create table a (x int, y text);
create view v as select x from a;
-- after
create table a (x int, y text);
create view v as select x as z from a;
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT x AS z FROM a;
-- plan
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x AS z
   FROM a;
-- down
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
