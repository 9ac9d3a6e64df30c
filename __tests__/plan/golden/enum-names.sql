-- before
create type "My.E""num" as enum ('it''s', 'B', '');
create table t ("x y" "My.E""num" default 'B', z "My.E""num"[]);
-- after
create type "My.E""num" as enum ('it''s', '', 'new
line');
create table t ("x y" "My.E""num" default '', z "My.E""num"[]);
-- changes
-- alter enum public."My.E""num" [substance]: values: + 'new
line', - 'B'
-- alter column public.t."x y" [substance]: default: 'B'::"My.E""num" → ''::"My.E""num"
-- plan
ALTER TABLE "t" ALTER COLUMN "x y" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x y" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE text[];
DROP TYPE "public"."My.E""num";
CREATE TYPE "public"."My.E""num" AS ENUM('it''s', '', 'new
line');
ALTER TABLE "t" ALTER COLUMN "x y" SET DATA TYPE "public"."My.E""num" USING "x y"::"public"."My.E""num";
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE "public"."My.E""num"[] USING "z"::"public"."My.E""num"[];
ALTER TABLE "t" ALTER COLUMN "x y" SET DEFAULT ''::"My.E""num";
-- down
ALTER TABLE "t" ALTER COLUMN "x y" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "x y" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE text[];
DROP TYPE "public"."My.E""num";
CREATE TYPE "public"."My.E""num" AS ENUM('it''s', 'B', '');
ALTER TABLE "t" ALTER COLUMN "x y" SET DATA TYPE "public"."My.E""num" USING "x y"::"public"."My.E""num";
ALTER TABLE "t" ALTER COLUMN "z" SET DATA TYPE "public"."My.E""num"[] USING "z"::"public"."My.E""num"[];
ALTER TABLE "t" ALTER COLUMN "x y" SET DEFAULT 'B'::"My.E""num";
-- irreversible
-- rows that use a new value of enum public."My.E""num" stand in the way of removing it again
