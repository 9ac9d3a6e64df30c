-- before

-- after
create domain price as numeric(10, 2) default 0 not null constraint positive check (value >= 0) constraint small check (value < 1000);
create table t (p price);
-- changes
-- create domain public.price [substance]: only in the models
-- create table public.t [substance]: only in the models
-- plan
CREATE DOMAIN "public"."price" AS numeric(10,2) DEFAULT 0 NOT NULL CONSTRAINT "positive" CHECK (VALUE >= (0)::numeric) CONSTRAINT "small" CHECK (VALUE < (1000)::numeric);
CREATE TABLE "t" (
	"p" price
);
-- down
DROP TABLE "t";
DROP DOMAIN "public"."price";
