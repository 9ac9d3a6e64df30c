-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit('a');
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit('it''s', 'a\000 \b', 'ünï', '');
-- changes
-- alter trigger public.a.t [substance]: arguments: (a) → (it's, a\000 \b, ünï, )
-- plan
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit('it''s', 'a\000 \b', 'ünï', '');
-- down
DROP TRIGGER "t" ON "a";
CREATE TRIGGER "t" AFTER INSERT ON "a" FOR EACH STATEMENT EXECUTE FUNCTION public.audit('a');
