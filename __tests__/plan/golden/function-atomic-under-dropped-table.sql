-- before
create table a (id int, x text);
create table b (y int);
create function f() returns bigint language sql begin atomic select count(*) from b; end;
-- after
create table a (id int, x text);
create function f() returns bigint language sql begin atomic select count(*) from a; end;
-- changes
-- drop table public.b [substance]: only in the database
-- alter function public.f() [substance]: body: line 3: FROM b; → FROM a;
-- plan
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM a;
END;
DROP TABLE "b";
-- down
CREATE TABLE "b" (
	"y" integer
);
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM b;
END;
-- irreversible
-- dropping table public.b loses its rows
