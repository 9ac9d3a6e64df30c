-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end execute function guard();
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on table_rewrite execute function guard();
-- changes
-- alter event trigger t [substance]: event: ddl_command_end → table_rewrite
-- plan
DROP EVENT TRIGGER "t";
CREATE EVENT TRIGGER "t" ON table_rewrite EXECUTE FUNCTION public.guard();
-- down
DROP EVENT TRIGGER "t";
CREATE EVENT TRIGGER "t" ON ddl_command_end EXECUTE FUNCTION public.guard();
