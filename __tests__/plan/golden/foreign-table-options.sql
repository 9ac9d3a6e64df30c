-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int) server s options (table_name 'x', schema_name 'y');
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (a int) server s options (table_name 'z');
-- changes
-- alter foreign table public.t [substance]: options: - schema_name, table_name differs
-- plan
ALTER FOREIGN TABLE "t" OPTIONS (DROP "schema_name", SET "table_name" 'z');
-- down
ALTER FOREIGN TABLE "t" OPTIONS (ADD "schema_name" 'y', SET "table_name" 'x');
