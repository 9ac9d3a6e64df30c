-- before
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
create cast (int as e) with function to_e(int);
-- after
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
-- changes
-- drop cast integer AS e [substance]: only in the database
-- plan
DROP CAST (integer AS e);
-- down
CREATE CAST (integer AS e) WITH FUNCTION to_e(integer);
