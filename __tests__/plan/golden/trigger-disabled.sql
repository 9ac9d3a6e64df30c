-- before
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
-- after
create table a (id int, x text, y text);
create function audit() returns trigger language plpgsql as 'begin return new; end';
create trigger t after insert on a execute function audit();
alter table a disable trigger t;
-- changes
-- alter trigger public.a.t [substance]: enabled: origin → disabled
-- plan
ALTER TABLE "a" DISABLE TRIGGER "t";
-- down
ALTER TABLE "a" ENABLE TRIGGER "t";
