-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger "On Start" on ddl_command_start execute function guard();
-- changes
-- create event trigger "On Start" [substance]: only in the models
-- plan
CREATE EVENT TRIGGER "On Start" ON ddl_command_start EXECUTE FUNCTION public.guard();
-- down
DROP EVENT TRIGGER "On Start";
