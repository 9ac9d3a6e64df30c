-- before
create schema app;
create publication p;
-- after
create schema app;
create publication p for tables in schema app, public;
-- changes
-- create publication schema p.app [substance]: only in the models
-- create publication schema p.public [substance]: only in the models
-- plan
ALTER PUBLICATION "p" ADD TABLES IN SCHEMA "app";
ALTER PUBLICATION "p" ADD TABLES IN SCHEMA "public";
-- down
ALTER PUBLICATION "p" DROP TABLES IN SCHEMA "app";
ALTER PUBLICATION "p" DROP TABLES IN SCHEMA "public";
