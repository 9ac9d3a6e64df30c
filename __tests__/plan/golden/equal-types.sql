-- before
create table a (a varchar(320), b int4, c bool, d timestamptz, e float8, f decimal(5, 2), g char(3), h int8, i time, j bpchar);
-- after
create table a (a character varying(320), b integer, c boolean, d timestamp with time zone, e double precision, f numeric(5, 2), g character(3), h bigint, i time without time zone, j bpchar);
-- changes
-- nothing
-- plan
-- nothing
-- down
-- nothing
