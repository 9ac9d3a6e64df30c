-- before
create table zz (x int);
create view c as select x from zz;
create view b as select x from c;
create view a as select x from b;
-- after
create table zz (x int);
-- changes
-- drop view public.a [substance]: only in the database
-- drop view public.b [substance]: only in the database
-- drop view public.c [substance]: only in the database
-- plan
DROP VIEW "a";
DROP VIEW "b";
DROP VIEW "c";
-- down
CREATE VIEW "c" AS SELECT x
   FROM zz;
CREATE VIEW "b" AS SELECT x
   FROM c;
CREATE VIEW "a" AS SELECT x
   FROM b;
