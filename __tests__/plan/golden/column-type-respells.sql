-- before
create table a (v varchar(10) check (v <> ''), w text);
create index i on a (lower(v)) where v > 'a';
create view av as select w from a where v = 'x';
-- after
create table a (v text check (v <> ''), w text);
create index i on a (lower(v)) where v > 'a';
create view av as select w from a where v = 'x';
-- changes
-- alter column public.a.v [substance]: type: character varying(10) → text
-- plan
DROP VIEW "av";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text;
CREATE VIEW "av" AS SELECT w
   FROM a
  WHERE (v = 'x'::text);
-- down
DROP VIEW "av";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE varchar(10);
CREATE VIEW "av" AS SELECT w
   FROM a
  WHERE ((v)::text = 'x'::text);
