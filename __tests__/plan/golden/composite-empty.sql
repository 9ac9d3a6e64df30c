-- before

-- after
create type nothing as ();
-- changes
-- create composite type public.nothing [substance]: only in the models
-- plan
CREATE TYPE "public"."nothing" AS ();
-- down
DROP TYPE "public"."nothing";
