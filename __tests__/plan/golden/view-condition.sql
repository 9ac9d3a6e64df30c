-- before
create table a (x int, y text);
create view v as select x from a;
create view w as select x from v;
-- after
create table a (x int, y text);
create view v as select x from a where x > 0 order by x;
create view w as select x from v;
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT x FROM a WHERE (x > 0) ORDER BY x;
-- plan
CREATE OR REPLACE VIEW "v" AS SELECT x
   FROM a
  WHERE (x > 0)
  ORDER BY x;
-- down
CREATE OR REPLACE VIEW "v" AS SELECT x
   FROM a;
