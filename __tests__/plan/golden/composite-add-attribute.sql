-- before
create type c as (x int);
create table t (p c);
-- after
create type c as (x int, y text);
create table t (p c);
-- changes
-- alter composite type public.c [substance]: attributes: + y text
-- plan
ALTER TYPE "public"."c" ADD ATTRIBUTE "y" text;
-- down
ALTER TYPE "public"."c" DROP ATTRIBUTE "y";
