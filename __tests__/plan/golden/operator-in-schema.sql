-- before

-- after
create schema "Ops";
create function "Ops"."Near"(int, int) returns boolean language sql immutable as 'select abs($1 - $2) < 2';
create operator "Ops".~~~ (function = "Ops"."Near", leftarg = int, rightarg = int, commutator = operator("Ops".~~~));
create table a (x int, check (x operator("Ops".~~~) 1));
-- changes
-- create schema "Ops" [substance]: only in the models
-- create function "Ops"."Near"(integer, integer) [substance]: only in the models
-- create operator "Ops".~~~(integer, integer) [substance]: only in the models
-- create table public.a [substance]: only in the models
-- plan
CREATE SCHEMA "Ops";
CREATE FUNCTION "Ops"."Near"(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $function$select abs($1 - $2) < 2$function$;
CREATE OPERATOR "Ops".~~~ (FUNCTION = "Ops"."Near", LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR("Ops".~~~));
CREATE TABLE "a" (
	"x" integer,
	CONSTRAINT "a_x_check" CHECK ((x OPERATOR("Ops".~~~) 1))
);
-- down
DROP TABLE "a";
DROP OPERATOR "Ops".~~~ (integer, integer);
DROP FUNCTION "Ops"."Near"(integer, integer);
DROP SCHEMA "Ops";
