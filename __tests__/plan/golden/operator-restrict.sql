-- before
create type e as enum ('a', 'b');
create function same(e, text) returns boolean language sql immutable as 'select $1::text = $2';
create function differs(e, text) returns boolean language sql immutable as 'select $1::text <> $2';
create operator === (function = same, leftarg = e, rightarg = text, restrict = eqsel);
-- after
create type e as enum ('a', 'b');
create function same(e, text) returns boolean language sql immutable as 'select $1::text = $2';
create function differs(e, text) returns boolean language sql immutable as 'select $1::text <> $2';
create operator === (function = same, leftarg = e, rightarg = text, join = eqjoinsel);
-- changes
-- alter operator public.===(e, text) [substance]: join: none → pg_catalog.eqjoinsel; restrict: pg_catalog.eqsel → none
-- plan
ALTER OPERATOR "public".=== (e, text) SET (RESTRICT = NONE);
ALTER OPERATOR "public".=== (e, text) SET (JOIN = pg_catalog.eqjoinsel);
-- down
ALTER OPERATOR "public".=== (e, text) SET (RESTRICT = pg_catalog.eqsel);
ALTER OPERATOR "public".=== (e, text) SET (JOIN = NONE);
