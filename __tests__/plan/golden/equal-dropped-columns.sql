-- before
create table a (x int, z int, y int);
alter table a drop column z;
-- after
create table a (x int, y int);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
