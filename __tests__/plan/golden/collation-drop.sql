-- before
create collation c (locale = 'C', provider = libc);
-- after

-- changes
-- drop collation public.c [substance]: only in the database
-- plan
DROP COLLATION "public"."c";
-- down
CREATE COLLATION "public"."c" (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');
