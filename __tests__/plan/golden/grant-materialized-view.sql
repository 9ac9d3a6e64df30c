-- before
create materialized view v as select 1 as a;
-- after
create materialized view v as select 1 as a;
grant select on v to app_user;
-- changes
-- create grant public.v to app_user [substance]: only in the models
-- plan
GRANT SELECT ON TABLE "v" TO "app_user";
-- down
REVOKE SELECT ON TABLE "v" FROM "app_user";
