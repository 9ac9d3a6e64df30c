-- before
create table a (id integer generated always as identity);
-- after
create table a (id integer generated always as identity (sequence name my_seq));
-- changes
-- alter column public.a.id [form]: its sequence under another name: a_id_seq → my_seq
-- plan
ALTER SEQUENCE a_id_seq RENAME TO my_seq;
-- down
ALTER SEQUENCE my_seq RENAME TO a_id_seq;
