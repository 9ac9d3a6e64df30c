-- before
create table t (a int primary key);
create publication p for table t;
comment on publication p is 'kept';
-- after
create table t (a int primary key);
create publication p for all tables;
comment on publication p is 'kept';
-- changes
-- alter publication p [substance]: all tables: no → yes
-- drop publication table p.public.t [substance]: only in the database
-- plan
ALTER PUBLICATION "p" DROP TABLE "t";
DROP PUBLICATION "p";
CREATE PUBLICATION "p" FOR ALL TABLES;
COMMENT ON PUBLICATION "p" IS 'kept';
-- down
DROP PUBLICATION "p";
CREATE PUBLICATION "p";
ALTER PUBLICATION "p" ADD TABLE "t";
COMMENT ON PUBLICATION "p" IS 'kept';
