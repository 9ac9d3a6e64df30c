-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t before insert on a for each row execute function audit();
-- after
create function audit() returns trigger language plpgsql as 'begin return new; end';
-- changes
-- drop table public.a [substance]: only in the database
-- plan
DROP TABLE "a";
-- down
CREATE TABLE "a" (
	"id" integer,
	"x" text,
	"y" text
);
CREATE TRIGGER "t" BEFORE INSERT ON "a" FOR EACH ROW EXECUTE FUNCTION public.audit();
-- irreversible
-- dropping table public.a loses its rows
