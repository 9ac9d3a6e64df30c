-- before
create table a (r text constraint c check (r in ('x', 'y')), n int, constraint d check (n between 1 and 5));
-- after
create table a (r text, n int, constraint c check (r = any (array['x', 'y'])), constraint d check (n >= 1 and n <= 5));
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
