-- before
create table a (id serial primary key);
-- after
create sequence a_id_seq as integer;
create table a (id integer not null default nextval('a_id_seq'), constraint a_pkey primary key (id));
alter sequence a_id_seq owned by a.id;
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
