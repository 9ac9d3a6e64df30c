-- before
create table a (x int, y text);
-- after
create table a (x int, y text);
create function zz_allowed(int) returns boolean language sql stable as 'select $1 > 0';
create policy p on a using (zz_allowed(x));
-- changes
-- create policy public.a.p [substance]: only in the models
-- create function public.zz_allowed(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."zz_allowed"(integer) RETURNS boolean LANGUAGE sql STABLE AS $function$select $1 > 0$function$;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (zz_allowed(x));
-- down
DROP POLICY "p" ON "a";
DROP FUNCTION "public"."zz_allowed"(integer);
