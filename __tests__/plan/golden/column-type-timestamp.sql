-- before
create table a (v timestamp(3));
-- after
create table a (v timestamptz);
-- changes
-- alter column public.a.v [substance]: type: timestamp(3) without time zone → timestamp with time zone
-- plan
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE timestamp with time zone;
-- down
ALTER TABLE "a" ALTER COLUMN "v" SET DATA TYPE timestamp(3);
-- irreversible
-- changing the type of column public.a.v from timestamp(3) without time zone to timestamp with time zone may not keep every value as it was
