-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end when tag in ('DROP TABLE') execute function guard();
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end when tag in ('DROP VIEW', 'CREATE TABLE') execute function guard();
-- changes
-- alter event trigger t [substance]: tags: (DROP TABLE) → (CREATE TABLE, DROP VIEW)
-- plan
DROP EVENT TRIGGER "t";
CREATE EVENT TRIGGER "t" ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP VIEW') EXECUTE FUNCTION public.guard();
-- down
DROP EVENT TRIGGER "t";
CREATE EVENT TRIGGER "t" ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION public.guard();
