-- before

-- after
create type floats as range (subtype = float8, subtype_diff = float8mi);
create type texts as range (subtype = text, subtype_opclass = text_pattern_ops, collation = "C");
create table t (x floats, y floats[], z texts);
-- changes
-- create range type public.floats [substance]: only in the models
-- create table public.t [substance]: only in the models
-- create range type public.texts [substance]: only in the models
-- plan
CREATE TYPE "public"."floats" AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi, MULTIRANGE_TYPE_NAME = "public"."floats_multirange");
CREATE TYPE "public"."texts" AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", MULTIRANGE_TYPE_NAME = "public"."texts_multirange");
CREATE TABLE "t" (
	"x" floats,
	"y" floats[],
	"z" texts
);
-- down
DROP TABLE "t";
DROP TYPE "public"."floats";
DROP TYPE "public"."texts";
