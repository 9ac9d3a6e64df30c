-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a for each row execute function audit();
-- changes
-- alter trigger public.a.t [substance]: timing: BEFORE → AFTER
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
