-- before
create table a (x int, y text);
-- after
create table a (x int, y text);
create view v with (security_barrier) as select x from a where x > 0 with check option;
-- changes
-- create view public.v [substance]: only in the models
-- plan
CREATE VIEW "v" WITH (check_option=cascaded, security_barrier=true) AS SELECT x
   FROM a
  WHERE (x > 0);
-- down
DROP VIEW "v";
