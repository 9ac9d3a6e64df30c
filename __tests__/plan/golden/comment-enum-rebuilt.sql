-- before
create type e as enum ('a', 'b');
comment on type e is 'choices';
create table t (v e);
comment on column t.v is 'kept';
-- after
create type e as enum ('a');
comment on type e is 'choices';
create table t (v e);
comment on column t.v is 'kept';
-- changes
-- alter enum public.e [substance]: values: - 'b'
-- plan
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE text;
DROP TYPE "public"."e";
CREATE TYPE "public"."e" AS ENUM('a');
ALTER TABLE "t" ALTER COLUMN "v" SET DATA TYPE "public"."e" USING "v"::"public"."e";
COMMENT ON TYPE "public"."e" IS 'choices';
-- down
ALTER TYPE "public"."e" ADD VALUE 'b';
