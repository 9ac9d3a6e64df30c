-- before
create foreign data wrapper w;
create server s version '1' foreign data wrapper w;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
-- changes
-- alter foreign server s [substance]: version: 1 → none
-- plan
ALTER SERVER "s" VERSION NULL;
-- down
ALTER SERVER "s" VERSION '1';
