-- before
create function f(int, int) returns boolean language sql immutable as 'select $1 = $2';
create operator === (function = f, leftarg = int, rightarg = int);
create view v as select 1 === 2 as x;
-- after
create function f(int, int) returns boolean language sql immutable as 'select $1 = $2';
create operator === (function = f, leftarg = int, rightarg = int, commutator = ===);
create view v as select 1 === 2 as x;
-- changes
-- alter operator public.===(integer, integer) [substance]: commutator: none → OPERATOR(public.===)
-- plan
DROP VIEW "v";
DROP OPERATOR "public".=== (integer, integer);
CREATE OPERATOR "public".=== (FUNCTION = public.f, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.===));
CREATE VIEW "v" AS SELECT (1 === 2) AS x;
-- down
DROP VIEW "v";
DROP OPERATOR "public".=== (integer, integer);
CREATE OPERATOR "public".=== (FUNCTION = public.f, LEFTARG = integer, RIGHTARG = integer);
CREATE VIEW "v" AS SELECT (1 === 2) AS x;
