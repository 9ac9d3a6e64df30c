-- before
create table a (x int, y text);
create materialized view m as select x from a;
create index i on m (x);
comment on materialized view m is 'told';
grant select on m to app_user;
-- after
create table a (x int, y text);
create materialized view m as select x from a where x > 0;
create index i on m (x);
comment on materialized view m is 'told';
grant select on m to app_user;
-- changes
-- alter materialized view public.m [substance]: definition: SELECT x FROM a; → SELECT x FROM a WHERE (x > 0);
-- plan
DROP MATERIALIZED VIEW "m";
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a
  WHERE (x > 0);
CREATE INDEX "i" ON "m" USING btree ("x");
GRANT SELECT ON TABLE "m" TO "app_user";
COMMENT ON MATERIALIZED VIEW "m" IS 'told';
-- down
DROP MATERIALIZED VIEW "m";
CREATE MATERIALIZED VIEW "m" AS SELECT x
   FROM a;
CREATE INDEX "i" ON "m" USING btree ("x");
GRANT SELECT ON TABLE "m" TO "app_user";
COMMENT ON MATERIALIZED VIEW "m" IS 'told';
