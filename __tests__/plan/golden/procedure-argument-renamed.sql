-- before
create procedure p(a int) language sql as 'select 1';
-- after
create procedure p(b int) language sql as 'select 1';
-- changes
-- alter procedure public.p(integer) [substance]: arguments: (a integer) → (b integer)
-- plan
DROP PROCEDURE "public"."p"(integer);
CREATE PROCEDURE "public"."p"(b integer) LANGUAGE sql AS $procedure$select 1$procedure$;
-- down
DROP PROCEDURE "public"."p"(integer);
CREATE PROCEDURE "public"."p"(a integer) LANGUAGE sql AS $procedure$select 1$procedure$;
