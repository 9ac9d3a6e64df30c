-- before
create procedure p(int) language sql as 'select 1';
-- after

-- changes
-- drop procedure public.p(integer) [substance]: only in the database
-- plan
DROP PROCEDURE "public"."p"(integer);
-- down
CREATE PROCEDURE "public"."p"(integer) LANGUAGE sql AS $procedure$select 1$procedure$;
