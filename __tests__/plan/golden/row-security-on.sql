-- before
create table users (id serial primary key, email varchar(80) not null, name text);
-- after
create table users (id serial primary key, email varchar(80) not null, name text);
alter table users enable row level security;
alter table users force row level security;
-- changes
-- alter table public.users [substance]: row level security forced only in the models; row level security enabled only in the models
-- plan
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;
-- down
ALTER TABLE "users" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "users" NO FORCE ROW LEVEL SECURITY;
