-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table a (x int) server s;
create function g() returns trigger language plpgsql as 'begin return new; end';
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table a (x int) server s;
create function g() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function g();
-- changes
-- create trigger public.a.t [substance]: only in the models
-- plan
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.g();
-- down
DROP TRIGGER "t" ON "a";
