-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert or update or delete or truncate on a execute function audit();
-- changes
-- alter trigger public.a.t [substance]: events: (INSERT) → (INSERT, DELETE, UPDATE, TRUNCATE)
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
