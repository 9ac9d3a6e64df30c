-- before
create table t (a int);
-- after
create table t (a int);
grant select on t to public;
-- changes
-- create grant public.t to PUBLIC [substance]: only in the models
-- plan
GRANT SELECT ON TABLE "t" TO PUBLIC;
-- down
REVOKE SELECT ON TABLE "t" FROM PUBLIC;
