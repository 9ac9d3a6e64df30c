-- before
create type e as enum ('a', 'b');
create function same(e, text) returns boolean language sql immutable as 'select $1::text = $2';
create function differs(e, text) returns boolean language sql immutable as 'select $1::text <> $2';
-- after
create type e as enum ('a', 'b');
create function same(e, text) returns boolean language sql immutable as 'select $1::text = $2';
create function differs(e, text) returns boolean language sql immutable as 'select $1::text <> $2';
create operator === (function = same, leftarg = e, rightarg = text, negator = !==, restrict = eqsel, join = eqjoinsel, hashes, merges);
create operator !== (function = differs, leftarg = e, rightarg = text, negator = ===);
-- changes
-- create operator public.!==(e, text) [substance]: only in the models
-- create operator public.===(e, text) [substance]: only in the models
-- plan
CREATE OPERATOR "public".!== (FUNCTION = public.differs, LEFTARG = e, RIGHTARG = text, NEGATOR = OPERATOR(public.===));
CREATE OPERATOR "public".=== (FUNCTION = public.same, LEFTARG = e, RIGHTARG = text, NEGATOR = OPERATOR(public.!==), RESTRICT = pg_catalog.eqsel, JOIN = pg_catalog.eqjoinsel, HASHES, MERGES);
-- down
DROP OPERATOR "public".!== (e, text);
DROP OPERATOR "public".=== (e, text);
