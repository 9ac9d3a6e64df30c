-- before
create table a (x int, y text);
create view v as select x from a where x > 0 with local check option;
-- after
create table a (x int, y text);
create view v as select x from a where x > 0 with cascaded check option;
-- changes
-- alter view public.v [substance]: options: (check_option=local) → (check_option=cascaded)
-- plan
ALTER VIEW "v" SET (check_option=cascaded);
-- down
ALTER VIEW "v" SET (check_option=local);
