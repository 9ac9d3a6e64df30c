-- The foreign key leans on the partitioned table's column and key, not on the table itself.
-- before
create table t (k integer, primary key (k)) partition by range (k);
create table p partition of t for values from (1) to (10);
create table u (k integer references t (k));
-- after
create table t (k integer, primary key (k)) partition by range (k);
create table u (k integer references t (k));
-- changes
-- drop table public.p [substance]: only in the database
-- plan
ALTER TABLE t DETACH PARTITION "p";
DROP TABLE "p";
-- down
CREATE TABLE "p" PARTITION OF t FOR VALUES FROM (1) TO (10);
-- irreversible
-- dropping table public.p loses its rows
