-- before
create table t (a int primary key, b int);
create publication p for table t (b, a) with (publish = 'delete, insert');
-- after
create table t (a int primary key, b int);
create publication p for table t (a, b) with (publish = 'insert, delete');
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
