-- before
create table a (x int);
create view v with (security_barrier = true) as select x from a;
-- after
create table a (x int);
create view v with (security_invoker = true) as select x from a;
-- changes
-- alter view public.v [substance]: options: (security_barrier=true) → (security_invoker=true)
-- plan
ALTER VIEW "v" SET (security_invoker=true);
ALTER VIEW "v" RESET (security_barrier);
-- down
ALTER VIEW "v" SET (security_barrier=true);
ALTER VIEW "v" RESET (security_invoker);
