-- before
create type c as (x int, y text, z date);
create table t (p c);
-- after
create type c as (x int, z date);
create table t (p c);
-- changes
-- alter composite type public.c [substance]: attributes: - y text
-- plan
ALTER TYPE "public"."c" DROP ATTRIBUTE "y";
-- down
ALTER TYPE "public"."c" ADD ATTRIBUTE "y" text;
