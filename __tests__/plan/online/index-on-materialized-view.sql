-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create materialized view m as select a from t;
-- after
create table t (id int primary key, a int, b text);
create materialized view m as select a from t;
create index m_a on m (a);
-- up
-- migration 1, not in a transaction
CREATE INDEX CONCURRENTLY "m_a" ON "m" USING btree ("a");
-- down
-- migration 1, not in a transaction
DROP INDEX CONCURRENTLY "m_a";
