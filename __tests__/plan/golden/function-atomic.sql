-- before
create table a (id int, x text);
-- after
create table a (id int, x text);
create function n(minimum int) returns bigint language sql stable begin atomic
  select count(*) from a where id > minimum;
end;
create function one() returns int language sql return 1;
-- changes
-- create function public.n(integer) [substance]: only in the models
-- create function public.one() [substance]: only in the models
-- plan
CREATE FUNCTION "public"."n"(minimum integer) RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC
 SELECT count(*) AS count
    FROM a
   WHERE (a.id > n.minimum);
END;
CREATE FUNCTION "public"."one"() RETURNS integer LANGUAGE sql RETURN 1;
-- down
DROP FUNCTION "public"."n"(integer);
DROP FUNCTION "public"."one"();
