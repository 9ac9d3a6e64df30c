-- before
create function h(internal) returns void language c strict as '$libdir/plpgsql', 'plpgsql_inline_handler';
-- after
create function h(internal) returns void language c strict cost 2 as '$libdir/plpgsql', 'plpgsql_inline_handler';
-- changes
-- alter function public.h(internal) [substance]: cost: 1 → 2
-- plan
ALTER FUNCTION "public"."h"(internal) COST 2;
-- down
ALTER FUNCTION "public"."h"(internal) COST 1;
