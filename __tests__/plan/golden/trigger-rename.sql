-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger u after insert on a execute function audit();
-- changes
-- rename trigger public.a.u [form]: the same under another name: t → u
-- plan
ALTER TRIGGER "t" ON "a" RENAME TO "u";
-- down
ALTER TRIGGER "u" ON "a" RENAME TO "t";
