-- before

-- after
create function zz() returns int language sql begin atomic select 1; end;
create function f() returns int language sql begin atomic select zz(); end;
-- changes
-- create function public.f() [substance]: only in the models
-- create function public.zz() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."zz"() RETURNS integer LANGUAGE sql BEGIN ATOMIC
 SELECT 1;
END;
CREATE FUNCTION "public"."f"() RETURNS integer LANGUAGE sql BEGIN ATOMIC
 SELECT zz() AS zz;
END;
-- down
DROP FUNCTION "public"."f"();
DROP FUNCTION "public"."zz"();
