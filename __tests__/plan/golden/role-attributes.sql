-- before
create role guest;
-- after
create role guest login noinherit createdb createrole bypassrls replication connection limit 3;
-- changes
-- alter role guest [substance]: bypassrls: no → yes; connection limit: -1 → 3; createdb: no → yes; createrole: no → yes; inherit: yes → no; login: no → yes; replication: no → yes
-- plan
ALTER ROLE "guest" LOGIN;
ALTER ROLE "guest" NOINHERIT;
ALTER ROLE "guest" CREATEDB;
ALTER ROLE "guest" CREATEROLE;
ALTER ROLE "guest" REPLICATION;
ALTER ROLE "guest" BYPASSRLS;
ALTER ROLE "guest" CONNECTION LIMIT 3;
-- down
ALTER ROLE "guest" NOLOGIN;
ALTER ROLE "guest" INHERIT;
ALTER ROLE "guest" NOCREATEDB;
ALTER ROLE "guest" NOCREATEROLE;
ALTER ROLE "guest" NOREPLICATION;
ALTER ROLE "guest" NOBYPASSRLS;
ALTER ROLE "guest" CONNECTION LIMIT -1;
