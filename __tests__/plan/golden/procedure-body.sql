-- before
create procedure p(inout n int) language plpgsql as 'begin n := 1; end';
-- after
create procedure p(inout n int) language plpgsql as 'begin n := 2; end';
-- changes
-- alter procedure public.p(integer) [substance]: body: line 1: begin n := 1; end → begin n := 2; end
-- plan
CREATE OR REPLACE PROCEDURE "public"."p"(INOUT n integer) LANGUAGE plpgsql AS $procedure$begin n := 2; end$procedure$;
-- down
CREATE OR REPLACE PROCEDURE "public"."p"(INOUT n integer) LANGUAGE plpgsql AS $procedure$begin n := 1; end$procedure$;
