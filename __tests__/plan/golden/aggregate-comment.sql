-- before
create aggregate s(int) (sfunc = int4pl, stype = int);
-- after
create aggregate s(int) (sfunc = int4pl, stype = int);
comment on aggregate s(int) is 'adds';
-- changes
-- create comment aggregate public.s(integer) [form]: only in the models
-- plan
COMMENT ON AGGREGATE "public"."s"(integer) IS 'adds';
-- down
COMMENT ON AGGREGATE "public"."s"(integer) IS NULL;
