-- before
create type r as range (subtype = int);
-- after

-- changes
-- drop range type public.r [substance]: only in the database
-- plan
DROP TYPE "public"."r";
-- down
CREATE TYPE "public"."r" AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "public"."r_multirange");
