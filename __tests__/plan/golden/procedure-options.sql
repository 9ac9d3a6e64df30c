-- before
create procedure p() language sql set work_mem = '8MB' as 'select 1';
-- after
create procedure p() language sql security definer set search_path = '' as 'select 1';
-- changes
-- alter procedure public.p() [substance]: security: invoker → definer; settings: (work_mem=8MB) → (search_path="")
-- plan
ALTER PROCEDURE "public"."p"() SECURITY DEFINER;
ALTER PROCEDURE "public"."p"() RESET work_mem;
ALTER PROCEDURE "public"."p"() SET search_path TO '';
-- down
ALTER PROCEDURE "public"."p"() SECURITY INVOKER;
ALTER PROCEDURE "public"."p"() RESET search_path;
ALTER PROCEDURE "public"."p"() SET work_mem TO '8MB';
