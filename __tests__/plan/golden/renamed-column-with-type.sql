-- A column under a new name and of a new type.
-- before
create table t (n varchar(20) default 'x' not null);
-- after
create table t (name text);
-- renames
-- column public.t.n -> public.t.name
-- changes
-- rename column public.t.name [substance]: renamed: n → name
-- alter column public.t.name [substance]: default: 'x'::character varying → none; not null only in the database; type: character varying(20) → text
-- plan
ALTER TABLE "t" RENAME COLUMN "n" TO "name";
ALTER TABLE "t" ALTER COLUMN "name" DROP DEFAULT;
ALTER TABLE "t" ALTER COLUMN "name" SET DATA TYPE text;
ALTER TABLE "t" ALTER COLUMN "name" DROP NOT NULL;
-- down
ALTER TABLE "t" ALTER COLUMN "name" SET DATA TYPE varchar(20);
ALTER TABLE "t" ALTER COLUMN "name" SET DEFAULT 'x';
ALTER TABLE "t" ALTER COLUMN "name" SET NOT NULL;
ALTER TABLE "t" RENAME COLUMN "name" TO "n";
