-- before

-- after
create sequence s start 10 increment 5 maxvalue 1000 cache 3 cycle;
-- changes
-- create sequence public.s [substance]: only in the models
-- plan
CREATE SEQUENCE "public"."s" INCREMENT BY 5 MINVALUE 1 MAXVALUE 1000 START WITH 10 CACHE 3 CYCLE;
-- down
DROP SEQUENCE "public"."s";
