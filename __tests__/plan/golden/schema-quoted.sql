-- before
select 1;
-- after
create schema "My ""App""";
comment on schema "My ""App""" is 'x';
grant usage on schema "My ""App""" to app_user;
-- changes
-- create schema "My ""App""" [substance]: only in the models
-- create comment schema "My ""App""" [form]: only in the models
-- create grant schema "My ""App""" to app_user [substance]: only in the models
-- plan
CREATE SCHEMA "My ""App""";
GRANT USAGE ON SCHEMA "My ""App""" TO "app_user";
COMMENT ON SCHEMA "My ""App""" IS 'x';
-- down
DROP SCHEMA "My ""App""";
