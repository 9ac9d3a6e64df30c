-- before
create table t (a int, b int);
create sequence s;
alter sequence s owned by t.a;
-- after
create table t (a int, b int);
create sequence s;
alter sequence s owned by t.b;
-- changes
-- alter sequence public.s [form]: owned by: public.t.a → public.t.b
-- plan
ALTER SEQUENCE "public"."s" OWNED BY "t"."b";
-- down
ALTER SEQUENCE "public"."s" OWNED BY "t"."a";
