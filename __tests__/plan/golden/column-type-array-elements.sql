-- before
create table t (a int[], b text[], c varchar(5)[]);
-- after
create table t (a bigint[], b int[], c text[]);
-- changes
-- alter column public.t.a [substance]: type: integer[] → bigint[]
-- alter column public.t.b [substance]: type: text[] → integer[]
-- alter column public.t.c [substance]: type: character varying(5)[] → text[]
-- plan
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE bigint[] USING "a"::text[]::bigint[];
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE integer[] USING "b"::text[]::integer[];
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE text[] USING "c"::text[];
-- down
ALTER TABLE "t" ALTER COLUMN "a" SET DATA TYPE integer[] USING "a"::text[]::integer[];
ALTER TABLE "t" ALTER COLUMN "b" SET DATA TYPE text[] USING "b"::text[];
ALTER TABLE "t" ALTER COLUMN "c" SET DATA TYPE varchar(5)[] USING "c"::text[]::varchar(5)[];
-- irreversible
-- changing the type of column public.t.a from integer[] to bigint[] may not keep every value as it was
-- changing the type of column public.t.b from text[] to integer[] may not keep every value as it was
-- changing the type of column public.t.c from character varying(5)[] to text[] may not keep every value as it was
