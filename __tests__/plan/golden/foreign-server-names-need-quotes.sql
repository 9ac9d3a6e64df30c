-- before
select 1;
-- after
create foreign data wrapper "W w";
create server "S ""s""" foreign data wrapper "W w" options ("Opt ion" 'it''s');
create user mapping for app_user server "S ""s""";
create foreign table "T.t" ("a""b" int options ("Opt ion" 'x')) server "S ""s""";
-- changes
-- create foreign server "S ""s""" [substance]: only in the models
-- create user mapping "S ""s""".app_user [substance]: only in the models
-- create foreign data wrapper "W w" [substance]: only in the models
-- create foreign table public."T.t" [substance]: only in the models
-- plan
CREATE FOREIGN DATA WRAPPER "W w";
CREATE SERVER "S ""s""" FOREIGN DATA WRAPPER "W w" OPTIONS ("Opt ion" 'it''s');
CREATE USER MAPPING FOR "app_user" SERVER "S ""s""";
CREATE FOREIGN TABLE "T.t" (
	"a""b" integer OPTIONS ("Opt ion" 'x')
) SERVER "S ""s""";
-- down
DROP FOREIGN TABLE "T.t";
DROP USER MAPPING FOR "app_user" SERVER "S ""s""";
DROP SERVER "S ""s""";
DROP FOREIGN DATA WRAPPER "W w";
