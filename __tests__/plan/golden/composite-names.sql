-- before
create type "C.o" as ("se""lect" int);
create table t ("p q" "C.o");
-- after
create type "C.o" as ("se""lect" bigint, "ß" text);
create table t ("p q" "C.o");
-- changes
-- alter composite type public."C.o" [substance]: attributes: + se"lect bigint, + ß text, - se"lect integer
-- plan
ALTER TYPE "public"."C.o" ADD ATTRIBUTE "ß" text;
ALTER TABLE "t" ALTER COLUMN "p q" SET DATA TYPE text;
DROP TYPE "public"."C.o";
CREATE TYPE "public"."C.o" AS ("se""lect" bigint, "ß" text);
ALTER TABLE "t" ALTER COLUMN "p q" SET DATA TYPE "public"."C.o" USING "p q"::"public"."C.o";
-- down
ALTER TYPE "public"."C.o" DROP ATTRIBUTE "ß";
ALTER TABLE "t" ALTER COLUMN "p q" SET DATA TYPE text;
DROP TYPE "public"."C.o";
CREATE TYPE "public"."C.o" AS ("se""lect" integer);
ALTER TABLE "t" ALTER COLUMN "p q" SET DATA TYPE "public"."C.o" USING "p q"::"public"."C.o";
