-- before
create table p (id int) partition by range (id);
create table p1 partition of p for values from (1) to (9);
create function audit() returns trigger language plpgsql as 'begin return new; end';
-- after
create table p (id int) partition by range (id);
create table p1 partition of p for values from (1) to (9);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on p1 for each row execute function audit();
-- changes
-- create trigger public.p1.t [substance]: only in the models
-- plan
CREATE TRIGGER "t" AFTER INSERT ON "p1" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- down
DROP TRIGGER "t" ON "p1";
