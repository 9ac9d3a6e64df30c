-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end execute function guard();
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end execute function guard();
alter event trigger t enable replica;
-- changes
-- alter event trigger t [substance]: enabled: origin → replica
-- plan
ALTER EVENT TRIGGER "t" ENABLE REPLICA;
-- down
ALTER EVENT TRIGGER "t" ENABLE;
