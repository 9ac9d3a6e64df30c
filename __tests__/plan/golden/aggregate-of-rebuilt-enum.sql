-- before
create type e as enum ('a', 'b');
create function pick(x e, y e) returns e language sql as 'select y';
create aggregate last(e) (sfunc = pick, stype = e);
-- after
create type e as enum ('a');
create function pick(x e, y e) returns e language sql as 'select y';
create aggregate last(e) (sfunc = pick, stype = e);
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP AGGREGATE "public"."last"(e);
DROP FUNCTION "public"."pick"(e, e);
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
CREATE FUNCTION "public"."pick"(x e, y e) RETURNS e LANGUAGE sql AS $function$select y$function$;
CREATE AGGREGATE "public"."last"(e) (SFUNC = public.pick, STYPE = e);
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
