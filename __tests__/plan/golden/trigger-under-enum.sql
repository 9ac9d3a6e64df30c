-- before
create type e as enum ('a', 'b', 'c');
create table a (v e);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on a for each row when (new.v = 'a') execute function audit();
-- after
create type e as enum ('a', 'c');
create table a (v e);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after update on a for each row when (new.v = 'a') execute function audit();
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP TRIGGER "t" ON "a";
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a', 'c');
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
CREATE TRIGGER "t" AFTER UPDATE ON "a" FOR EACH ROW WHEN (new.v = 'a'::e) EXECUTE FUNCTION public.audit();
-- down
ALTER TYPE "public"."e" ADD VALUE 'b' BEFORE 'c';
