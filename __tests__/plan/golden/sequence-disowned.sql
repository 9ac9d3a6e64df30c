-- before
create table t (a int);
create sequence s;
alter sequence s owned by t.a;
-- after
create table t (a int);
create sequence s;
-- changes
-- alter sequence public.s [form]: owned by: public.t.a → nothing
-- plan
ALTER SEQUENCE "public"."s" OWNED BY NONE;
-- down
ALTER SEQUENCE "public"."s" OWNED BY "t"."a";
