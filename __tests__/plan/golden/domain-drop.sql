-- before
create domain d as text;
create table t (x d, y int);
-- after
create table t (y int);
-- changes
-- drop domain public.d [substance]: only in the database
-- drop column public.t.x [substance]: only in the database
-- plan
ALTER TABLE "t" DROP COLUMN "x";
DROP DOMAIN "public"."d";
-- down
CREATE DOMAIN "public"."d" AS text;
ALTER TABLE "t" ADD COLUMN "x" d;
-- irreversible
-- dropping column public.t.x loses its values
