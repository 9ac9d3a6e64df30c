-- before
create function et() returns event_trigger language plpgsql as 'begin end';
create event trigger e on ddl_command_end execute function et();
create operator === (leftarg = int, rightarg = int, function = int4eq);
create type e1 as enum ('a');
create cast (e1 as int) with inout;
-- after
create function et() returns event_trigger language plpgsql as 'begin end';
create event trigger e on ddl_command_end execute function et();
create operator === (leftarg = int, rightarg = int, function = int4eq);
create type e1 as enum ('a');
create cast (e1 as int) with inout;
comment on event trigger e is 'an event trigger';
comment on operator === (int, int) is 'an operator';
comment on cast (e1 as int) is 'a cast';
-- changes
-- create comment cast e1 AS integer [form]: only in the models
-- create comment event trigger e [form]: only in the models
-- create comment operator public.===(integer, integer) [form]: only in the models
-- plan
COMMENT ON CAST (e1 AS integer) IS 'a cast';
COMMENT ON EVENT TRIGGER "e" IS 'an event trigger';
COMMENT ON OPERATOR "public".=== (integer, integer) IS 'an operator';
-- down
COMMENT ON CAST (e1 AS integer) IS NULL;
COMMENT ON EVENT TRIGGER "e" IS NULL;
COMMENT ON OPERATOR "public".=== (integer, integer) IS NULL;
