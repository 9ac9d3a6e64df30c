-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create constraint trigger t after insert or update on a deferrable initially deferred for each row execute function audit();
create constraint trigger u after delete on a for each row execute function audit();
-- changes
-- create trigger public.a.t [substance]: only in the models
-- create trigger public.a.u [substance]: only in the models
-- plan
CREATE CONSTRAINT TRIGGER "t" AFTER INSERT OR UPDATE ON "a" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.audit();
CREATE CONSTRAINT TRIGGER "u" AFTER DELETE ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
DROP TRIGGER "u" ON "a";
