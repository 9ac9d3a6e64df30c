-- before
create table a (x int, y text);
create view v as select x, y from a;
-- after
create table a (x int, y text);
create view v as select x from a;
-- changes
-- alter view public.v [substance]: definition: SELECT x, y FROM a; → SELECT x FROM a;
-- plan
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
-- down
CREATE OR REPLACE VIEW "v" AS SELECT x,
    y
   FROM a;
