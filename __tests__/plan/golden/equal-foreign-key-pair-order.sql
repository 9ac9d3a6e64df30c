-- before
create table a (x int, y int, primary key (x, y), unique (y, x));
create table b (x int, y int, constraint k foreign key (x, y) references a (x, y));
-- after
create table a (x int, y int, primary key (x, y), unique (y, x));
create table b (x int, y int, constraint k foreign key (y, x) references a (y, x));
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
