-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
alter table a enable replica trigger t;
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
alter table a enable always trigger t;
-- changes
-- alter trigger public.a.t [substance]: enabled: replica → always
-- plan
ALTER TABLE "a" ENABLE ALWAYS TRIGGER "t";
-- down
ALTER TABLE "a" ENABLE REPLICA TRIGGER "t";
