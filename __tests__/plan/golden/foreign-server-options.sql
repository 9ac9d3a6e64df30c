-- before
create foreign data wrapper w;
create server s version '1' foreign data wrapper w options (host 'a', port '1');
-- after
create foreign data wrapper w;
create server s version '2' foreign data wrapper w options (host 'b', dbname 'x');
-- changes
-- alter foreign server s [substance]: options: + dbname, host differs, - port; version: 1 → 2
-- plan
ALTER SERVER "s" VERSION '2';
ALTER SERVER "s" OPTIONS (DROP "port", ADD "dbname" 'x', SET "host" 'b');
-- down
ALTER SERVER "s" VERSION '1';
ALTER SERVER "s" OPTIONS (DROP "dbname", SET "host" 'a', ADD "port" '1');
