-- before
create table a (x int);
create table b (x int);
create function g() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function g();
-- after
create table a (x int);
create table b (x int);
create function g() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on b for each row execute function g();
-- changes
-- drop trigger public.a.t [substance]: only in the database
-- create trigger public.b.t [substance]: only in the models
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" BEFORE INSERT ON "b" FOR EACH ROW EXECUTE FUNCTION public.g();
-- down
DROP TRIGGER "t" ON "b";
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.g();
