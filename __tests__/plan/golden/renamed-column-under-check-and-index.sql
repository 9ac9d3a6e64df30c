-- Checks, indexes and unique constraints follow; what is named after the column is renamed with it.
-- before
create table t (age integer check (age > 0), unique (age));
create index t_age_idx on t (age) where age > 18;
-- after
create table t (years integer check (years > 0), unique (years));
create index t_years_idx on t (years) where years > 18;
-- renames
-- column public.t.age -> public.t.years
-- changes
-- rename column public.t.years [substance]: renamed: age → years
-- rename check public.t.t_years_check [form]: the same under another name: t_age_check → t_years_check
-- rename index public.t.t_years_idx [form]: the same under another name: t_age_idx → t_years_idx
-- rename unique public.t.t_years_key [form]: the same under another name: t_age_key → t_years_key
-- plan
ALTER TABLE "t" RENAME COLUMN "age" TO "years";
ALTER TABLE "t" RENAME CONSTRAINT "t_age_key" TO "t_years_key";
ALTER TABLE "t" RENAME CONSTRAINT "t_age_check" TO "t_years_check";
ALTER INDEX "t_age_idx" RENAME TO "t_years_idx";
-- down
ALTER TABLE "t" RENAME CONSTRAINT "t_years_key" TO "t_age_key";
ALTER TABLE "t" RENAME CONSTRAINT "t_years_check" TO "t_age_check";
ALTER INDEX "t_years_idx" RENAME TO "t_age_idx";
ALTER TABLE "t" RENAME COLUMN "years" TO "age";
