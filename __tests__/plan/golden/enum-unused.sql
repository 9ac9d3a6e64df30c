-- before
create type e as enum ('a');
-- after

-- changes
-- drop enum public.e [form]: only in the database, and nothing there uses it
-- plan
DROP TYPE "public"."e";
-- down
CREATE TYPE "public"."e" AS ENUM('a');
