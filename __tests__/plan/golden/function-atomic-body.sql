-- before
create function f(i int) returns int language sql
begin atomic
  select i;
end;
-- after
create function f(i int) returns int language sql
begin atomic
  select i + 1;
end;
-- changes
-- alter function public.f(integer) [substance]: body: line 2: SELECT i AS i; → SELECT (i + 1);
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(i integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
 SELECT (i + 1);
END;
-- down
CREATE OR REPLACE FUNCTION "public"."f"(i integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
 SELECT i AS i;
END;
