-- before
create table a (x int);
create function f() returns setof int language sql as 'select x from a';
-- after
create table a (x int, y int);
create function f() returns setof int language sql as 'select y from a';
-- changes
-- create column public.a.y [substance]: only in the models
-- alter function public.f() [substance]: body: line 1: select x from a → select y from a
-- plan
ALTER TABLE "a" ADD COLUMN "y" integer;
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS SETOF integer LANGUAGE sql AS $function$select y from a$function$;
-- down
ALTER TABLE "a" DROP COLUMN "y";
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS SETOF integer LANGUAGE sql AS $function$select x from a$function$;
