-- before
create table a (x int);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function audit();
comment on trigger t on a is 'writes down';
-- after
create table a (x int);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a for each row execute function audit();
comment on trigger t on a is 'writes down';
-- changes
-- alter trigger public.a.t [substance]: timing: BEFORE → AFTER
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
COMMENT ON TRIGGER "t" ON "a" IS 'writes down';
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
COMMENT ON TRIGGER "t" ON "a" IS 'writes down';
