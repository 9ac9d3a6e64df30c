-- before
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on sql_drop execute function guard();
-- after
create function guard() returns event_trigger language plpgsql as 'begin end';
create event trigger t on sql_drop execute function guard();
comment on event trigger t is 'told';
-- changes
-- create comment event trigger t [form]: only in the models
-- plan
COMMENT ON EVENT TRIGGER "t" IS 'told';
-- down
COMMENT ON EVENT TRIGGER "t" IS NULL;
