-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function audit();
-- changes
-- create trigger public.a.t [substance]: only in the models
-- plan
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
