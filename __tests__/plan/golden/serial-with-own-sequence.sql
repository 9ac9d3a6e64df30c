-- before
create table t (a int);
-- after
create table t (a int);
create sequence s start 100;
alter table t add id bigint not null default nextval('s');
alter sequence s owned by t.id;
-- changes
-- create column public.t.id [substance]: only in the models
-- plan
CREATE SEQUENCE "public"."s" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;
ALTER TABLE "t" ADD COLUMN "id" bigint DEFAULT nextval('s'::regclass) NOT NULL;
ALTER SEQUENCE "public"."s" OWNED BY "t"."id";
-- down
ALTER TABLE "t" DROP COLUMN "id";
