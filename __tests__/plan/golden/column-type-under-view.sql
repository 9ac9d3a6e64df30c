-- before
create table a (id int, v varchar(10));
create view av as select v from a;
create view avv as select v from av;
-- after
create table a (id int, v varchar(20));
create view av as select v from a;
create view avv as select v from av;
-- changes
-- alter column public.a.v [substance]: type: character varying(10) → character varying(20)
-- plan
DROP VIEW "avv";
DROP VIEW "av";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE varchar(20);
CREATE VIEW "av" AS SELECT v
   FROM a;
CREATE VIEW "avv" AS SELECT v
   FROM av;
-- down
DROP VIEW "avv";
DROP VIEW "av";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE varchar(10);
CREATE VIEW "av" AS SELECT v
   FROM a;
CREATE VIEW "avv" AS SELECT v
   FROM av;
