-- before
create sequence s;
create sequence d;
create sequence m minvalue 1 maxvalue 100 start 50;
-- after
create sequence s as smallint increment 5 minvalue 5 maxvalue 500 start 10 cache 20 cycle;
create sequence d increment -1 minvalue -100 maxvalue -1 start -1;
create sequence m minvalue 20 maxvalue 1000 start 30;
-- changes
-- alter sequence public.d [substance]: increment: 1 → -1; max: 9223372036854775807 → -1; min: 1 → -100; start: 1 → -1
-- alter sequence public.m [substance]: max: 100 → 1000; min: 1 → 20; start: 50 → 30
-- alter sequence public.s [substance]: cache: 1 → 20; cycle: no → yes; increment: 1 → 5; max: 9223372036854775807 → 500; min: 1 → 5; start: 1 → 10; type: bigint → smallint
-- plan
ALTER SEQUENCE "public"."d" INCREMENT BY -1 MINVALUE -100 MAXVALUE -1 START WITH -1 RESTART WITH -1;
ALTER SEQUENCE "public"."m" MINVALUE 20 MAXVALUE 1000 START WITH 30;
SELECT setval('"public"."s"', CASE WHEN is_called THEN last_value ELSE 10 END, is_called) FROM "public"."s";
ALTER SEQUENCE "public"."s" AS smallint INCREMENT BY 5 MINVALUE 5 MAXVALUE 500 START WITH 10 CACHE 20 CYCLE;
-- down
ALTER SEQUENCE "public"."d" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 RESTART WITH 1;
ALTER SEQUENCE "public"."m" MINVALUE 1 MAXVALUE 100 START WITH 50;
ALTER SEQUENCE "public"."s" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;
