-- before
create table a (id int, x text);
create table b (id int, x text);
create rule r as on insert to a do also insert into b values (new.id, new.x);
-- after
create table a (id int, x text);
create table b (id bigint, x text);
create rule r as on insert to a do also insert into b values (new.id, new.x);
-- changes
-- alter column public.b.id [substance]: type: integer → bigint
-- plan
DROP RULE "r" ON "a";
ALTER TABLE "b" ALTER COLUMN "id" SET DATA TYPE bigint;
CREATE RULE "r" AS ON INSERT TO public.a DO  INSERT INTO b (id, x)
  VALUES (new.id, new.x);
-- down
DROP RULE "r" ON "a";
ALTER TABLE "b" ALTER COLUMN "id" SET DATA TYPE integer;
CREATE RULE "r" AS ON INSERT TO public.a DO  INSERT INTO b (id, x)
  VALUES (new.id, new.x);
