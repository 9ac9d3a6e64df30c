-- before
create foreign data wrapper w;
-- after
create foreign data wrapper w;
create server s type 'a type' version '1' foreign data wrapper w options (host 'db.example', port '5432');
-- changes
-- create foreign server s [substance]: only in the models
-- plan
CREATE SERVER "s" TYPE 'a type' VERSION '1' FOREIGN DATA WRAPPER "w" OPTIONS ("host" 'db.example', "port" '5432');
-- down
DROP SERVER "s";
