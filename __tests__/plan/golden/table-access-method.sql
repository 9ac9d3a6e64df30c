-- before
create access method other type table handler heap_tableam_handler;
create table t (a int);
-- after
create access method other type table handler heap_tableam_handler;
create table t (a int) using other;
create table u (a int) using other;
-- changes
-- alter table public.t [substance]: access method: none → other
-- create table public.u [substance]: only in the models
-- plan
ALTER TABLE "t" SET ACCESS METHOD other;
CREATE TABLE "u" (
	"a" integer
);
ALTER TABLE "u" SET ACCESS METHOD other;
-- down
DROP TABLE "u";
ALTER TABLE "t" SET ACCESS METHOD heap;
