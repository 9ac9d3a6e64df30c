-- before
create table a (x int, y text);
create view v as select x from a;
comment on view v is 'told';
-- after
create table a (x int, y text);
create view v as select y, x from a;
comment on view v is 'told';
-- changes
-- alter view public.v [substance]: definition: SELECT x FROM a; → SELECT y, x FROM a;
-- plan
DROP VIEW "v";
CREATE VIEW "v" AS SELECT y,
    x
   FROM a;
COMMENT ON VIEW "v" IS 'told';
-- down
DROP VIEW "v";
CREATE VIEW "v" AS SELECT x
   FROM a;
COMMENT ON VIEW "v" IS 'told';
