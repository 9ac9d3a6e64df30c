-- A partition of what a foreign key refers to can't be dropped where it is.
-- before
create table t (k integer primary key, up integer references t (k)) partition by range (k);
create table p partition of t for values from (1) to (10);
-- after
create table t (k integer primary key, up integer references t (k)) partition by range (k);
-- changes
-- drop table public.p [substance]: only in the database
-- plan
ALTER TABLE t DETACH PARTITION "p";
DROP TABLE "p";
-- down
CREATE TABLE "p" PARTITION OF t FOR VALUES FROM (1) TO (10);
-- irreversible
-- dropping table public.p loses its rows
