-- before
create type e as enum ('a');
-- after
create type e as enum ('a');
revoke usage on type e from public;
-- changes
-- create grant enum public.e to PUBLIC [substance]: only in the models
-- plan
REVOKE USAGE ON TYPE "public"."e" FROM PUBLIC;
-- down
GRANT USAGE ON TYPE "public"."e" TO PUBLIC;
