-- The function lets go of one table before the type goes that the other one needs; its comment goes along.
-- before
create type e as enum ('a', 'b');
create table t (x e);
create function f() returns bigint language sql begin atomic select count(*) from t; end;
comment on function f() is 'counts';
-- after
create type e as enum ('b');
create table u (x e);
create function f() returns bigint language sql begin atomic select count(*) from u; end;
-- changes
-- drop comment function public.f() [form]: only in the database
-- alter enum public.e [substance]: values: - 'a'
-- alter function public.f() [substance]: body: line 3: FROM t; → FROM u;
-- drop table public.t [substance]: only in the database
-- create table public.u [substance]: only in the models
-- plan
DROP FUNCTION "public"."f"();
DROP TABLE "t";
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('b');
CREATE TABLE "u" (
	"x" e
);
CREATE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM u;
END;
-- down
ALTER TYPE "public"."e" ADD VALUE 'a' BEFORE 'b';
CREATE TABLE "t" (
	"x" e
);
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM t;
END;
DROP TABLE "u";
COMMENT ON FUNCTION "public"."f"() IS 'counts';
-- irreversible
-- dropping table public.t loses its rows
