-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create view v as select x from a;
create trigger t instead of insert on v for each row execute function audit();
-- after
create table a (id int, x varchar(9), y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create view v as select x from a;
create trigger t instead of insert on v for each row execute function audit();
-- changes
-- alter column public.a.x [substance]: type: text → character varying(9)
-- plan
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE varchar(9);
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE TRIGGER "t" INSTEAD OF INSERT ON "v" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE text;
CREATE VIEW "v" AS SELECT x
   FROM a;
CREATE TRIGGER "t" INSTEAD OF INSERT ON "v" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- irreversible
-- changing the type of column public.a.x from text to character varying(9) may not keep every value as it was
