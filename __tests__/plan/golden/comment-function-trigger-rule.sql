-- before
create table t (a int);
create function f(a int, text) returns int language sql as 'select 1';
create function tf() returns trigger language plpgsql as 'begin return new; end';
create procedure pr(a int) language sql as 'select 1';
create aggregate ag (int) (sfunc = int4pl, stype = int);
create trigger tr before insert on t for each row execute function tf();
create rule ru as on delete to t do instead nothing;
create statistics st on a, (a + 1) from t;
-- after
create table t (a int);
create function f(a int, text) returns int language sql as 'select 1';
create function tf() returns trigger language plpgsql as 'begin return new; end';
create procedure pr(a int) language sql as 'select 1';
create aggregate ag (int) (sfunc = int4pl, stype = int);
create trigger tr before insert on t for each row execute function tf();
create rule ru as on delete to t do instead nothing;
create statistics st on a, (a + 1) from t;
comment on function f(int, text) is 'a function';
comment on procedure pr(int) is 'a procedure';
comment on aggregate ag(int) is 'an aggregate';
comment on trigger tr on t is 'a trigger';
comment on rule ru on t is 'a rule';
comment on statistics st is 'a statistics object';
-- changes
-- create comment aggregate public.ag(integer) [form]: only in the models
-- create comment function public.f(integer, text) [form]: only in the models
-- create comment procedure public.pr(integer) [form]: only in the models
-- create comment rule public.t.ru [form]: only in the models
-- create comment statistics public.st [form]: only in the models
-- create comment trigger public.t.tr [form]: only in the models
-- plan
COMMENT ON AGGREGATE "public"."ag"(integer) IS 'an aggregate';
COMMENT ON FUNCTION "public"."f"(integer, text) IS 'a function';
COMMENT ON PROCEDURE "public"."pr"(integer) IS 'a procedure';
COMMENT ON RULE "ru" ON "t" IS 'a rule';
COMMENT ON STATISTICS "public"."st" IS 'a statistics object';
COMMENT ON TRIGGER "tr" ON "t" IS 'a trigger';
-- down
COMMENT ON AGGREGATE "public"."ag"(integer) IS NULL;
COMMENT ON FUNCTION "public"."f"(integer, text) IS NULL;
COMMENT ON PROCEDURE "public"."pr"(integer) IS NULL;
COMMENT ON RULE "ru" ON "t" IS NULL;
COMMENT ON STATISTICS "public"."st" IS NULL;
COMMENT ON TRIGGER "tr" ON "t" IS NULL;
