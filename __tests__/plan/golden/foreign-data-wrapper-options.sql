-- before
create foreign data wrapper w options (debug 'true', gone 'x', kept 'y');
-- after
create foreign data wrapper w options (debug 'false', kept 'y', new 'z');
-- changes
-- alter foreign data wrapper w [substance]: options: debug differs, - gone, + new
-- plan
ALTER FOREIGN DATA WRAPPER "w" OPTIONS (DROP "gone", SET "debug" 'false', ADD "new" 'z');
-- down
ALTER FOREIGN DATA WRAPPER "w" OPTIONS (DROP "new", SET "debug" 'true', ADD "gone" 'x');
