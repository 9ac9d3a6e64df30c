-- before
create function ok(text) returns boolean language sql immutable as 'select $1 <> ''''';
-- after
create function ok(text) returns boolean language sql immutable as 'select $1 <> ''''';
create domain d as text check (ok(value));
-- changes
-- create domain public.d [substance]: only in the models
-- plan
CREATE DOMAIN "public"."d" AS text CONSTRAINT "d_check" CHECK (ok(VALUE));
-- down
DROP DOMAIN "public"."d";
