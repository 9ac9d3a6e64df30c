-- before
create table t (a int);
-- after
create role guest;
create table t (a int);
grant select on t to guest;
-- changes
-- create role guest [substance]: only in the models
-- create grant public.t to guest [substance]: only in the models
-- plan
CREATE ROLE "guest";
GRANT SELECT ON TABLE "t" TO "guest";
-- down
REVOKE SELECT ON TABLE "t" FROM "guest";
DROP ROLE "guest";
