-- before
create table a (x int);
create function f(a int) returns boolean language sql as 'select true';
create policy p on a using (f(x));
comment on policy p on a is 'told';
-- after
create table a (x int);
create function f(b int) returns boolean language sql as 'select true';
create policy p on a using (f(x));
comment on policy p on a is 'told';
-- changes
-- alter function public.f(integer) [substance]: arguments: (a integer) → (b integer)
-- plan
DROP POLICY "p" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(b integer) RETURNS boolean LANGUAGE sql AS $function$select true$function$;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (f(x));
COMMENT ON POLICY "p" ON "a" IS 'told';
-- down
DROP POLICY "p" ON "a";
DROP FUNCTION "public"."f"(integer);
CREATE FUNCTION "public"."f"(a integer) RETURNS boolean LANGUAGE sql AS $function$select true$function$;
CREATE POLICY "p" ON "a" AS PERMISSIVE FOR ALL TO public USING (f(x));
COMMENT ON POLICY "p" ON "a" IS 'told';
