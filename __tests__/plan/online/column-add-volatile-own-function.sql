-- before
create function f() returns int language sql as 'select 1';
create table k (id int);
insert into k values (1), (2);
-- after
create function f() returns int language sql as 'select 1';
create table k (id int, c int default f());
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" ADD COLUMN "c" integer DEFAULT f();
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "k" DROP COLUMN "c";
