-- before
create function f() returns int language sql set search_path = public, pg_temp set work_mem = '8MB' as 'select 1';
-- after
create function f() returns int language sql set search_path = '' set app.tenant = 'it''s' as 'select 1';
-- changes
-- alter function public.f() [substance]: settings: (search_path=public, pg_temp, work_mem=8MB) → (app.tenant=it's, search_path="")
-- plan
ALTER FUNCTION "public"."f"() RESET work_mem;
ALTER FUNCTION "public"."f"() SET app.tenant TO 'it''s';
ALTER FUNCTION "public"."f"() SET search_path TO '';
-- down
ALTER FUNCTION "public"."f"() RESET app.tenant;
ALTER FUNCTION "public"."f"() SET search_path TO 'public', 'pg_temp';
ALTER FUNCTION "public"."f"() SET work_mem TO '8MB';
