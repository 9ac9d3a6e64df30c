-- Names are cut by bytes: the sequence that only fills the column must not be called as the lasting one.
-- before
create table "t39ééééééééééééééééééééééééééééé" (a integer);
create table c () inherits ("t39ééééééééééééééééééééééééééééé");
-- after
create table "t39ééééééééééééééééééééééééééééé" (a integer, "c20ééééééééééééééééééééééééééééé" integer generated always as identity);
create table c () inherits ("t39ééééééééééééééééééééééééééééé");
-- changes
-- create column public."t39ééééééééééééééééééééééééééééé"."c20ééééééééééééééééééééééééééééé" [substance]: only in the models
-- plan
CREATE SEQUENCE "public"."t39ééééééééééééé_c20éééééééé_old" AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;
ALTER TABLE "t39ééééééééééééééééééééééééééééé" ADD COLUMN "c20ééééééééééééééééééééééééééééé" integer NOT NULL DEFAULT nextval('"public"."t39ééééééééééééé_c20éééééééé_old"');
ALTER TABLE "t39ééééééééééééééééééééééééééééé" ALTER COLUMN "c20ééééééééééééééééééééééééééééé" DROP DEFAULT;
ALTER TABLE "t39ééééééééééééééééééééééééééééé" ALTER COLUMN "c20ééééééééééééééééééééééééééééé" ADD GENERATED ALWAYS AS IDENTITY (sequence name "public"."t39ééééééééééééé_c20ééééééééééééé_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);
SELECT setval('"public"."t39ééééééééééééé_c20ééééééééééééé_seq"', last_value, is_called) FROM "public"."t39ééééééééééééé_c20éééééééé_old";
DROP SEQUENCE "public"."t39ééééééééééééé_c20éééééééé_old";
-- down
ALTER TABLE "t39ééééééééééééééééééééééééééééé" DROP COLUMN "c20ééééééééééééééééééééééééééééé";
