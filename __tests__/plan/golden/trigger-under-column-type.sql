-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update of x on a for each row when (new.x <> '') execute function audit();
-- after
create table a (id int, x varchar(9), y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update of x on a for each row when (new.x <> '') execute function audit();
-- changes
-- alter column public.a.x [substance]: type: text → character varying(9)
-- plan
DROP TRIGGER "t" ON "a";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE varchar(9);
CREATE TRIGGER "t" AFTER UPDATE OF "x" ON "a" FOR EACH ROW WHEN ((new.x)::text <> ''::text) EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
ALTER TABLE "a" ALTER COLUMN "x" SET DATA TYPE text;
CREATE TRIGGER "t" AFTER UPDATE OF "x" ON "a" FOR EACH ROW WHEN (new.x <> ''::text) EXECUTE FUNCTION public.audit();
-- irreversible
-- changing the type of column public.a.x from text to character varying(9) may not keep every value as it was
