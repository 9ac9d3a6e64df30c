-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end execute function guard();
alter event trigger t disable;
-- changes
-- create event trigger t [substance]: only in the models
-- plan
CREATE EVENT TRIGGER "t" ON ddl_command_end EXECUTE FUNCTION public.guard();
ALTER EVENT TRIGGER "t" DISABLE;
-- down
DROP EVENT TRIGGER "t";
