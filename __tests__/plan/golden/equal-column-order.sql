-- before
create table a (x int, y int);
-- after
create table a (y int, x int);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
