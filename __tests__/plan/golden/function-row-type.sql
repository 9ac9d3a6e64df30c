-- before
create table a (id int, x text);
create function f(r a) returns a language sql as 'select r';
-- after
create table a (id int, x text, y int);
create function f(r a) returns a language sql as 'select r';
-- changes
-- create column public.a.y [substance]: only in the models
-- plan
ALTER TABLE "a" ADD COLUMN "y" integer;
-- down
ALTER TABLE "a" DROP COLUMN "y";
