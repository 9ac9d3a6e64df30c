-- before

-- after
create table t (room int4range, during tsrange, live boolean, constraint free exclude using gist (room with &&, during with -|-) include (live) with (fillfactor = 90) where (live) deferrable initially deferred);
-- changes
-- create table public.t [substance]: only in the models
-- create exclusion public.t.free [substance]: only in the models
-- plan
CREATE TABLE "t" (
	"room" int4range,
	"during" tsrange,
	"live" boolean
);
ALTER TABLE "t" ADD CONSTRAINT "free" EXCLUDE USING gist (room WITH &&, during WITH -|-) INCLUDE (live) WITH (fillfactor='90') WHERE (live) DEFERRABLE INITIALLY DEFERRED;
-- down
DROP TABLE "t";
