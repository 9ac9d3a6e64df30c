-- before
create table t (a int constraint one not null, b int not null);
-- after
create table t (a int constraint two not null, b int constraint three not null);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
