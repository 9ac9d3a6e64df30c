-- before
create type kind as (a int, b text);
create table t (a int, b text);
-- after
create type kind as (a int, b text);
create table t of kind;
create table u of kind (a not null, b default 'x');
-- changes
-- alter table public.t [substance]: of type: none → kind
-- create table public.u [substance]: only in the models
-- plan
ALTER TABLE "t" OF kind;
CREATE TABLE "u" (
	"a" integer NOT NULL,
	"b" text DEFAULT 'x'
);
ALTER TABLE "u" OF kind;
-- down
DROP TABLE "u";
ALTER TABLE "t" NOT OF;
