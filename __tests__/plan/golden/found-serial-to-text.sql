-- The sequence goes with the old type.
-- before
create table t (x serial);
-- after
create table t (x text not null default 'a');
-- changes
-- alter column public.t.x [substance]: default: nextval('t_x_seq'::regclass) → 'a'::text; type: integer → text
-- plan
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT 'a';
DROP SEQUENCE "public"."t_x_seq";
-- down
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer USING "x"::integer;
CREATE SEQUENCE "public"."t_x_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
SELECT setval('"public"."t_x_seq"', (SELECT max("x") FROM "t"));
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT nextval('t_x_seq'::regclass);
ALTER SEQUENCE "public"."t_x_seq" OWNED BY "t"."x";
