-- before
create table a (x int not null);
-- after
create table a (x int, constraint named not null x);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
