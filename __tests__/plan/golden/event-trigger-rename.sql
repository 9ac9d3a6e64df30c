-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on ddl_command_end execute function guard();
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger u on ddl_command_end execute function guard();
-- changes
-- rename event trigger u [form]: the same under another name: t → u
-- plan
ALTER EVENT TRIGGER "t" RENAME TO "u";
-- down
ALTER EVENT TRIGGER "u" RENAME TO "t";
