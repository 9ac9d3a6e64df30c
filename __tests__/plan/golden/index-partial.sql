-- before
create table t (a int, b boolean);
create index i on t (a);
create index j on t (a) where b;
-- after
create table t (a int, b boolean);
create index i on t (a) where b is not null;
create index j on t (a);
-- changes
-- alter index public.t.i [substance]: where: none → (b IS NOT NULL)
-- alter index public.t.j [substance]: where: b → none
-- plan
DROP INDEX "i";
DROP INDEX "j";
CREATE INDEX "i" ON "t" USING btree ("a") WHERE (b IS NOT NULL);
CREATE INDEX "j" ON "t" USING btree ("a");
-- down
DROP INDEX "i";
DROP INDEX "j";
CREATE INDEX "i" ON "t" USING btree ("a");
CREATE INDEX "j" ON "t" USING btree ("a") WHERE b;
