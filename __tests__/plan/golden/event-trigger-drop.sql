-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on sql_drop execute function guard();
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
-- changes
-- drop event trigger t [substance]: only in the database
-- plan
DROP EVENT TRIGGER "t";
-- down
CREATE EVENT TRIGGER "t" ON sql_drop EXECUTE FUNCTION public.guard();
