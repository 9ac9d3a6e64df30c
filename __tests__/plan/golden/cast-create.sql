-- before
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
-- after
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
create cast (int as e) with function to_e(int) as assignment;
create view v as select 1::e as x;
-- changes
-- create cast integer AS e [substance]: only in the models
-- create view public.v [substance]: only in the models
-- plan
CREATE CAST (integer AS e) WITH FUNCTION to_e(integer) AS ASSIGNMENT;
CREATE VIEW "v" AS SELECT (1)::e AS x;
-- down
DROP VIEW "v";
DROP CAST (integer AS e);
