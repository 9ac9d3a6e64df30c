-- before
create table t (a int);
grant all on t to current_user;
grant select on t to app_user;
grant select on t to app_user;
create type e as enum ('a');
grant usage on type e to public;
-- after
create table t (a int);
grant select on t to app_user;
create type e as enum ('a');
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
