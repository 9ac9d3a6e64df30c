-- before
create table a (a text default 'x', b timestamptz default now(), c bool default 't', d jsonb default '{}', e int default '5', f text default null, g text[] default '{}', h date default current_date);
-- after
create table a (a text default 'x'::text, b timestamptz default now(), c boolean default true, d jsonb default '{}'::jsonb, e int default '5', f text, g text[] default '{}'::text[], h date default CURRENT_DATE);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
