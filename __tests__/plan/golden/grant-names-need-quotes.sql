-- before
create role "My Role";
create table "T" ("a""b" int, "a.b" int);
-- after
create role "My Role";
create table "T" ("a""b" int, "a.b" int);
grant select on "T" to "My Role";
grant update ("a""b"), references ("a.b") on "T" to "My Role";
-- changes
-- create grant public."T" to "My Role" [substance]: only in the models
-- create grant public."T"."a""b" to "My Role" [substance]: only in the models
-- create grant public."T"."a.b" to "My Role" [substance]: only in the models
-- plan
GRANT SELECT ON TABLE "T" TO "My Role";
GRANT UPDATE ("a""b") ON TABLE "T" TO "My Role";
GRANT REFERENCES ("a.b") ON TABLE "T" TO "My Role";
-- down
REVOKE SELECT ON TABLE "T" FROM "My Role";
REVOKE UPDATE ("a""b") ON TABLE "T" FROM "My Role";
REVOKE REFERENCES ("a.b") ON TABLE "T" FROM "My Role";
