-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
alter table a disable trigger t;
-- changes
-- create trigger public.a.t [substance]: only in the models
-- plan
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
ALTER TABLE "a" DISABLE TRIGGER "t";
-- down
DROP TRIGGER "t" ON "a";
