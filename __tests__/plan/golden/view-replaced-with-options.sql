-- before
create table a (x int, y text);
create view v with (security_barrier) as select x from a;
-- after
create table a (x int, y text);
create view v with (check_option = local) as select x from a where x > 0;
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT x FROM a WHERE (x > 0);; options: (security_barrier=true) → (check_option=local)
-- plan
CREATE OR REPLACE VIEW "v" WITH (check_option=local) AS SELECT x
   FROM a
  WHERE (x > 0);
-- down
CREATE OR REPLACE VIEW "v" WITH (security_barrier=true) AS SELECT x
   FROM a;
