-- before
create sequence s;
-- after
create sequence s as integer increment 2 maxvalue 500 start 3 no cycle;
-- changes
-- alter sequence public.s [substance]: increment: 1 → 2; max: 9223372036854775807 → 500; start: 1 → 3; type: bigint → integer
-- plan
ALTER SEQUENCE "public"."s" AS integer INCREMENT BY 2 MAXVALUE 500 START WITH 3;
-- down
ALTER SEQUENCE "public"."s" AS bigint INCREMENT BY 1 MAXVALUE 9223372036854775807 START WITH 1;
