-- before
create role guest in role app_user;
-- after
create role guest in role app_admin;
-- changes
-- alter role guest [substance]: member of: (app_user) → (app_admin)
-- plan
REVOKE "app_user" FROM "guest";
GRANT "app_admin" TO "guest";
-- down
REVOKE "app_admin" FROM "guest";
GRANT "app_user" TO "guest";
