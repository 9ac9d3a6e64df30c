-- before
create foreign data wrapper w;
create server s foreign data wrapper w;
-- after
create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table t (id bigint not null, name varchar(9) options (column_name 'n') collate "C" default 'x',
  constraint positive check (id > 0)) server s options (table_name 'remote');
comment on foreign table t is 'elsewhere';
comment on column t.name is 'a column';
grant select on t to app_user;
-- changes
-- create comment public.t [form]: only in the models
-- create foreign table public.t [substance]: only in the models
-- create grant public.t to app_user [substance]: only in the models
-- create comment public.t.name [form]: only in the models
-- plan
CREATE FOREIGN TABLE "t" (
	"id" bigint NOT NULL,
	"name" varchar(9) OPTIONS ("column_name" 'n') COLLATE "C" DEFAULT 'x',
	CONSTRAINT "positive" CHECK (id > 0)
) SERVER "s" OPTIONS ("table_name" 'remote');
GRANT SELECT ON TABLE "t" TO "app_user";
COMMENT ON FOREIGN TABLE "t" IS 'elsewhere';
COMMENT ON COLUMN "t"."name" IS 'a column';
-- down
DROP FOREIGN TABLE "t";
