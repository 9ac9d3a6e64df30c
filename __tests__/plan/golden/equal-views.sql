-- before
create table a (x int, y int);
create view v as select * from a where x = 1;
-- after
create table a (x int, y int);
create view v as select a.x, a.y from a where (a.x = (1));
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
