-- before
create table a (x int, y text);
create view v with (security_barrier = false, check_option = local) as select x from a;
-- after
create table a (x int, y text);
create view v as select x from a;
-- changes
-- alter view public.v [substance]: options: (check_option=local, security_barrier=false) → none
-- plan
ALTER VIEW "v" RESET (check_option, security_barrier);
-- down
ALTER VIEW "v" SET (check_option=local, security_barrier=false);
