-- Names of any spelling.
-- before
create table "T.o" ("Full ""Name""" text);
-- after
create table "T.o" ("Größe" text);
-- renames
-- column public."T.o"."Full ""Name""" -> public."T.o".Größe
-- changes
-- rename column public."T.o"."Größe" [substance]: renamed: Full "Name" → Größe
-- plan
ALTER TABLE "T.o" RENAME COLUMN "Full ""Name""" TO "Größe";
-- down
ALTER TABLE "T.o" RENAME COLUMN "Größe" TO "Full ""Name""";
