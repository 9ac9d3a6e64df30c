-- before
create type kind as (a int);
create table t of kind;
-- after
create type kind as (a int);
create table t (a int);
-- changes
-- alter table public.t [substance]: of type: kind → none
-- plan
ALTER TABLE "t" NOT OF;
-- down
ALTER TABLE "t" OF kind;
