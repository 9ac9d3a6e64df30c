-- before
create procedure p(a int) language sql as 'select 1';
create procedure p(a int, b int) language sql as 'select 1';
-- after
create procedure p(a int, b int) language sql as 'select 1';
-- changes
-- drop procedure public.p(integer) [substance]: only in the database
-- plan
DROP PROCEDURE "public"."p"(integer);
-- down
CREATE PROCEDURE "public"."p"(a integer) LANGUAGE sql AS $procedure$select 1$procedure$;
