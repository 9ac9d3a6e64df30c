-- before
create type c as (x int, y text);
create table t (p c);
-- after
create type c as (y text, x int);
create table t (p c);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
