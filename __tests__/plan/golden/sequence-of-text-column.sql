-- before
create sequence s;
create table t (id text default 'T' || nextval('s'));
alter sequence s owned by t.id;
-- after
create table t (id text);
-- changes
-- alter column public.t.id [substance]: default: ('T'::text || nextval('s'::regclass)) → none
-- plan
ALTER TABLE "t" ALTER COLUMN "id" DROP DEFAULT;
DROP SEQUENCE "public"."s";
-- down
CREATE SEQUENCE "public"."s" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
ALTER TABLE "t" ALTER COLUMN "id" SET DEFAULT ('T'::text || nextval('s'::regclass));
ALTER SEQUENCE "public"."s" OWNED BY "t"."id";
