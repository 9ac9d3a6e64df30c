-- before
create table a (x int, y text);
create table b (x int, z int);
create view v as select a.x, a.y from a, a as c;
-- after
create table a (x int, y text);
create table b (x int, z int);
create view v as select a.x, a.y, b.z from a, a as c, b;
-- changes
-- alter view public.v [substance]: definition: SELECT a.x, a.y FROM a, a c; → SELECT a.x, a.y, b.z FROM a, a c, b;
-- plan
CREATE OR REPLACE VIEW "v" AS SELECT a.x,
    a.y,
    b.z
   FROM a,
    a c,
    b;
-- down
DROP VIEW "v";
CREATE VIEW "v" AS SELECT a.x,
    a.y
   FROM a,
    a c;
