-- The sequence comes with the new type.
-- before
create table t (x text not null);
-- after
create table t (x serial);
-- changes
-- alter column public.t.x [substance]: default: none → nextval('t_x_seq'::regclass); type: text → integer
-- plan
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE integer USING "x"::integer;
CREATE SEQUENCE "public"."t_x_seq" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
SELECT setval('"public"."t_x_seq"', (SELECT max("x") FROM "t"));
ALTER TABLE "t" ALTER COLUMN "x" SET DEFAULT nextval('t_x_seq'::regclass);
ALTER SEQUENCE "public"."t_x_seq" OWNED BY "t"."x";
-- down
ALTER TABLE "t" ALTER COLUMN "x" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x" SET DATA TYPE text;
DROP SEQUENCE "public"."t_x_seq";
-- irreversible
-- changing the type of column public.t.x from text to integer may not keep every value as it was
