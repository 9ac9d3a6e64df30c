-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update of x on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert or update of y, x on a execute function audit();
-- changes
-- alter trigger public.a.t [substance]: columns: (x) → (x, y); events: (UPDATE) → (INSERT, UPDATE)
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT OR UPDATE OF "x", "y" ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER UPDATE OF "x" ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
