-- before
create schema app;
-- after
create schema app;
drop schema public;
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
