-- before
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
create cast (int as e) with function to_e(int);
-- after
create type e as enum ('a', 'b');
create function to_e(int) returns e language sql immutable as $$ select case $1 when 1 then 'a' else 'b' end::e $$;
create cast (int as e) with function to_e(int) as implicit;
-- changes
-- alter cast integer AS e [substance]: context: explicit → implicit
-- plan
DROP CAST (integer AS e);
CREATE CAST (integer AS e) WITH FUNCTION to_e(integer) AS IMPLICIT;
-- down
DROP CAST (integer AS e);
CREATE CAST (integer AS e) WITH FUNCTION to_e(integer);
