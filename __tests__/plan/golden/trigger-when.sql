-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on a for each row when (old.x is distinct from new.x) execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on a for each row when (old.x is distinct from new.x and new.y <> ') EXECUTE FUNCTION f(') execute function audit();
-- changes
-- alter trigger public.a.t [substance]: when: (old.x IS DISTINCT FROM new.x) → ((old.x IS DISTINCT FROM new.x) AND (new.y <> ') EXECUTE FUNCTION f('::text))
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER UPDATE ON "a" FOR EACH ROW WHEN (((old.x IS DISTINCT FROM new.x) AND (new.y <> ') EXECUTE FUNCTION f('::text))) EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER UPDATE ON "a" FOR EACH ROW WHEN (old.x IS DISTINCT FROM new.x) EXECUTE FUNCTION public.audit();
