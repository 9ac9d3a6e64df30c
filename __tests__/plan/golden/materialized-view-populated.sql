-- before
create table a (x int, y text);
create materialized view m as select x from a with no data;
-- after
create table a (x int, y text);
create materialized view m as select x from a;
-- changes
-- alter materialized view public.m [substance]: populated only in the models
-- plan
REFRESH MATERIALIZED VIEW "m";
-- down
REFRESH MATERIALIZED VIEW "m" WITH NO DATA;
