-- before

-- after
create collation german (locale = 'C', provider = libc);
create collation num (provider = icu, locale = 'und-u-kn', deterministic = false);
create table t (x text collate german, y text collate num);
-- changes
-- create collation public.german [substance]: only in the models
-- create collation public.num [substance]: only in the models
-- create table public.t [substance]: only in the models
-- plan
CREATE COLLATION "public"."german" (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');
CREATE COLLATION "public"."num" (PROVIDER = icu, LOCALE = 'und-u-kn', DETERMINISTIC = false);
CREATE TABLE "t" (
	"x" text COLLATE german,
	"y" text COLLATE num
);
-- down
DROP TABLE "t";
DROP COLLATION "public"."german";
DROP COLLATION "public"."num";
