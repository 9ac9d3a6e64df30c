-- before
create table t (a int);
create table u (a int);
alter table u replica identity nothing;
-- after
create table t (a int);
alter table t replica identity full;
create table u (a int);
create table v (a int);
alter table v replica identity nothing;
-- changes
-- alter table public.t [substance]: replica identity: none → full
-- alter table public.u [substance]: replica identity: nothing → none
-- create table public.v [substance]: only in the models
-- plan
ALTER TABLE "t" REPLICA IDENTITY FULL;
ALTER TABLE "u" REPLICA IDENTITY DEFAULT;
CREATE TABLE "v" (
	"a" integer
);
ALTER TABLE "v" REPLICA IDENTITY NOTHING;
-- down
DROP TABLE "v";
ALTER TABLE "t" REPLICA IDENTITY DEFAULT;
ALTER TABLE "u" REPLICA IDENTITY NOTHING;
