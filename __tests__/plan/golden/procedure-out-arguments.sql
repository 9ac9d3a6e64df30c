-- before
create procedure p(a int, out b int) language plpgsql as 'begin b := a; end';
-- after
create procedure p(a int, out b text) language plpgsql as 'begin b := a; end';
-- changes
-- alter procedure public.p(integer) [substance]: arguments: (a integer, OUT b integer) → (a integer, OUT b text)
-- plan
DROP PROCEDURE "public"."p"(integer, OUT integer);
CREATE PROCEDURE "public"."p"(a integer, OUT b text) LANGUAGE plpgsql AS $procedure$begin b := a; end$procedure$;
-- down
DROP PROCEDURE "public"."p"(integer, OUT text);
CREATE PROCEDURE "public"."p"(a integer, OUT b integer) LANGUAGE plpgsql AS $procedure$begin b := a; end$procedure$;
