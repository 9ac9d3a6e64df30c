-- before
create table a (id int, x text);
create function f() returns bigint language sql begin atomic select count(*) from a where id = 1; end;
create view v as select f() as n;
-- after
create table a (id bigint, x text);
create function f() returns bigint language sql begin atomic select count(*) from a where id = 1; end;
create view v as select f() as n;
-- changes
-- alter column public.a.id [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
DROP FUNCTION "public"."f"();
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE bigint;
CREATE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM a
   WHERE (a.id = 1);
END;
CREATE VIEW "v" AS SELECT f() AS n;
-- down
DROP VIEW "v";
DROP FUNCTION "public"."f"();
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE integer;
CREATE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM a
   WHERE (a.id = 1);
END;
CREATE VIEW "v" AS SELECT f() AS n;
