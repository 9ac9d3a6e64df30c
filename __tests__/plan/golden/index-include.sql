-- before
create table t (a int, b int, c int);
create unique index i on t (a) include (b);
-- after
create table t (a int, b int, c int);
create unique index i on t (a) include (b, c);
-- changes
-- alter index public.t.i [substance]: include: (b) → (b, c)
-- plan
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "t" USING btree ("a") INCLUDE (b, c);
-- down
DROP INDEX "i";
CREATE UNIQUE INDEX "i" ON "t" USING btree ("a") INCLUDE (b);
