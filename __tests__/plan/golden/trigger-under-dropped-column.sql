-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update of x, y on a execute function audit();
-- after
create table a (id int, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update of y on a execute function audit();
-- changes
-- alter trigger public.a.t [substance]: columns: (x, y) → (y)
-- drop column public.a.x [substance]: only in the database
-- plan
DROP TRIGGER "t" ON "a";
ALTER TABLE "a" DROP COLUMN "x";
CREATE TRIGGER "t" AFTER UPDATE OF "y" ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
ALTER TABLE "a" ADD COLUMN "x" text;
CREATE TRIGGER "t" AFTER UPDATE OF "x", "y" ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
-- irreversible
-- dropping column public.a.x loses its values
