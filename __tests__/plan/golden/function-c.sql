-- before

-- after
create function my_handler() returns language_handler language c as '$libdir/plpgsql', 'plpgsql_call_handler';
-- changes
-- create function public.my_handler() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."my_handler"() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
-- down
DROP FUNCTION "public"."my_handler"();
