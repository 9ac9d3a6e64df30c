-- before
create type c as (a int);
create function f(v c) returns c language sql as 'select v';
create view w as select f(null) as x;
-- after
create type c as (a int, b text);
create function f(v c) returns c language sql as 'select v';
create view w as select f(null) as x;
-- changes
-- alter composite type public.c [substance]: attributes: + b text
-- plan
ALTER TYPE "public"."c" ADD ATTRIBUTE "b" text;
-- down
ALTER TYPE "public"."c" DROP ATTRIBUTE "b";
