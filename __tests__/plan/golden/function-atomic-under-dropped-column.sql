-- before
create table a (id int, x text);
create function f() returns bigint language sql begin atomic select count(x) from a; end;
-- after
create table a (id int);
create function f() returns bigint language sql begin atomic select count(id) from a; end;
-- changes
-- drop column public.a.x [substance]: only in the database
-- alter function public.f() [substance]: body: line 2: SELECT count(a.x) AS count → SELECT count(a.id) AS count
-- plan
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(a.id) AS count
    FROM a;
END;
ALTER TABLE "a" DROP COLUMN "x";
-- down
ALTER TABLE "a" ADD COLUMN "x" text;
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(a.x) AS count
    FROM a;
END;
-- irreversible
-- dropping column public.a.x loses its values
