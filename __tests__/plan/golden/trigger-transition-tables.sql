-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on a referencing old table as "Old" new table as fresh execute function audit();
-- changes
-- alter trigger public.a.t [substance]: new table: none → fresh; old table: none → Old
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER UPDATE ON "a" REFERENCING OLD TABLE AS "Old" NEW TABLE AS "fresh" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER UPDATE ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit();
