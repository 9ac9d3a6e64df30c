-- before

-- after
create schema "S";
create table "S".t (x int);
create cast (bigint as double precision[]) with inout;
create cast (text as "S".t) with inout;
-- changes
-- create schema "S" [substance]: only in the models
-- create table "S".t [substance]: only in the models
-- create cast bigint AS double precision[] [substance]: only in the models
-- create cast text AS "S".t [substance]: only in the models
-- plan
CREATE SCHEMA "S";
CREATE CAST (bigint AS double precision[]) WITH INOUT;
CREATE TABLE "S"."t" (
	"x" integer
);
CREATE CAST (text AS "S".t) WITH INOUT;
-- down
DROP CAST (bigint AS double precision[]);
DROP CAST (text AS "S".t);
DROP TABLE "S"."t";
DROP SCHEMA "S";
