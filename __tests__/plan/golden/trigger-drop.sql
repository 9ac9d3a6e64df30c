-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
-- changes
-- drop trigger public.a.t [substance]: only in the database
-- plan
DROP TRIGGER "t" ON "a";
-- down
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
