-- before
create foreign data wrapper w options (b '1', a '2');
-- after
create foreign data wrapper w options (a '2', b '1');
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
