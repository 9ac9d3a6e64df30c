-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create function other() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create function other() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function other();
-- changes
-- alter trigger public.a.t [substance]: function: public.audit → public.other
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.other();
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
