-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create table b (id int);
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create table b (id int);
create constraint trigger t after insert on a from b for each row execute function audit();
-- changes
-- create trigger public.a.t [substance]: only in the models
-- plan
CREATE CONSTRAINT TRIGGER "t" AFTER INSERT ON "a" FROM b FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "a";
