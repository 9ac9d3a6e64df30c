-- before
create sequence s;
-- after
create sequence s as integer increment 2 maxvalue 500 start 3 no cycle;
-- changes
-- alter sequence public.s [substance]: increment: 1 → 2; max: 9223372036854775807 → 500; start: 1 → 3; type: bigint → integer
-- plan
ALTER SEQUENCE "public"."s" AS integer;
ALTER SEQUENCE "public"."s" START WITH 3;
ALTER SEQUENCE "public"."s" INCREMENT BY 2;
ALTER SEQUENCE "public"."s" MAXVALUE 500;
-- down
ALTER SEQUENCE "public"."s" AS bigint;
ALTER SEQUENCE "public"."s" START WITH 1;
ALTER SEQUENCE "public"."s" INCREMENT BY 1;
ALTER SEQUENCE "public"."s" MAXVALUE 9223372036854775807;
