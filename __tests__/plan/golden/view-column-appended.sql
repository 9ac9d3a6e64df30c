-- before
create table a (x int, y text);
create view v as select x from a;
create view w as select x from v;
grant select on v to app_user;
-- after
create table a (x int, y text);
create view v as select x, y from a;
create view w as select x from v;
grant select on v to app_user;
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT x, y FROM a;
-- plan
CREATE OR REPLACE VIEW "v" AS SELECT x,
    y
   FROM a;
-- down
DROP VIEW "w";
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE VIEW "w" AS SELECT x
   FROM v;
GRANT SELECT ON TABLE "v" TO "app_user";
