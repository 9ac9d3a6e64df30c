-- before
create table l (a text) partition by list (a);
create table l1 partition of l for values in ('a', 'b');
create table h (a int) partition by hash (a);
create table h1 partition of h for values with (modulus 2, remainder 0);
-- after
create table l (a text) partition by list (a);
create table l1 partition of l for values in ('a', 'c', null);
create table h (a int) partition by hash (a);
create table h1 partition of h for values with (modulus 4, remainder 0);
-- changes
-- alter table public.h1 [substance]: bound: FOR VALUES WITH (modulus 2, remainder 0) → FOR VALUES WITH (modulus 4, remainder 0)
-- alter table public.l1 [substance]: bound: FOR VALUES IN ('a', 'b') → FOR VALUES IN ('a', 'c', NULL)
-- plan
ALTER TABLE h DETACH PARTITION "h1";
ALTER TABLE h ATTACH PARTITION "h1" FOR VALUES WITH (modulus 4, remainder 0);
ALTER TABLE l DETACH PARTITION "l1";
ALTER TABLE l ATTACH PARTITION "l1" FOR VALUES IN ('a', 'c', NULL);
-- down
ALTER TABLE h DETACH PARTITION "h1";
ALTER TABLE h ATTACH PARTITION "h1" FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE l DETACH PARTITION "l1";
ALTER TABLE l ATTACH PARTITION "l1" FOR VALUES IN ('a', 'b');
