-- What a hash partition must meet can't be written down.
-- holds: q
-- before
create table p (id int) partition by hash (id);
create table q (id int);
-- after
create table p (id int) partition by hash (id);
create table q partition of p for values with (modulus 1, remainder 0);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE p ATTACH PARTITION "q" FOR VALUES WITH (modulus 1, remainder 0);
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE p DETACH PARTITION "q";
