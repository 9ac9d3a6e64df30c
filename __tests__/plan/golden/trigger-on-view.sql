-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create view v as select id from a;
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create view v as select id from a;
create trigger t instead of insert on v for each row execute function audit();
-- changes
-- create trigger public.v.t [substance]: only in the models
-- plan
CREATE TRIGGER "t" INSTEAD OF INSERT ON "v" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "v";
