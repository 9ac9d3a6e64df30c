-- before
create type e as enum ('a', 'b');
create table t (v e);
create function f() returns bigint language sql begin atomic select count(*) from t where v = 'a'; end;
-- after
create type e as enum ('a');
create table t (v e);
create function f() returns bigint language sql begin atomic select count(*) from t where v = 'a'; end;
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
DROP FUNCTION "public"."f"();
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
CREATE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM t
   WHERE (t.v = 'a'::e);
END;
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
