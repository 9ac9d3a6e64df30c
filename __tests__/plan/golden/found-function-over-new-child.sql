-- A function that reads a parent's column of a child waits for the child.
-- before
create table t (x integer);
create function f() returns bigint language sql begin atomic select count(*) from t where x > 0; end;
-- after
create table t (x integer);
create table child () inherits (t);
create function f() returns bigint language sql begin atomic select count(*) from child where x > 0; end;
-- changes
-- create table public.child [substance]: only in the models
-- alter function public.f() [substance]: body: line 3: FROM t → FROM child
-- plan
CREATE TABLE "child" () INHERITS (t);
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM child
   WHERE (child.x > 0);
END;
-- down
CREATE OR REPLACE FUNCTION "public"."f"() RETURNS bigint LANGUAGE sql BEGIN ATOMIC
 SELECT count(*) AS count
    FROM t
   WHERE (t.x > 0);
END;
DROP TABLE "child";
