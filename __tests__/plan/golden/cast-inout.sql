-- before
create type e as enum ('a', 'b');
-- after
create type e as enum ('a', 'b');
create cast (text as e) with inout as implicit;
create view v as select 'a'::text::e as x;
-- changes
-- create view public.v [substance]: only in the models
-- create cast text AS e [substance]: only in the models
-- plan
CREATE CAST (text AS e) WITH INOUT AS IMPLICIT;
CREATE VIEW "v" AS SELECT ('a'::text)::e AS x;
-- down
DROP VIEW "v";
DROP CAST (text AS e);
