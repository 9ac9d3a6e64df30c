-- before

-- after
create table zz (x int);
create view c as select x from zz;
create view b as select x from c;
create view a as select b.x from b join c on b.x = c.x;
-- changes
-- create view public.a [substance]: only in the models
-- create view public.b [substance]: only in the models
-- create view public.c [substance]: only in the models
-- create table public.zz [substance]: only in the models
-- plan
CREATE TABLE "zz" (
	"x" integer
);
CREATE VIEW "c" AS SELECT x
   FROM zz;
CREATE VIEW "b" AS SELECT x
   FROM c;
CREATE VIEW "a" AS SELECT b.x
   FROM (b
     JOIN c ON ((b.x = c.x)));
-- down
DROP VIEW "a";
DROP VIEW "b";
DROP VIEW "c";
DROP TABLE "zz";
