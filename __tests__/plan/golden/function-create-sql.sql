-- before
create table a (id int, x text);
-- after
create table a (id int, x text);
create function total(minimum int) returns bigint language sql stable as $$ select count(*) from a where id > minimum $$;
-- changes
-- create function public.total(integer) [substance]: only in the models
-- plan
CREATE FUNCTION "public"."total"(minimum integer) RETURNS bigint LANGUAGE sql STABLE AS $function$ select count(*) from a where id > minimum $function$;
-- down
DROP FUNCTION "public"."total"(integer);
