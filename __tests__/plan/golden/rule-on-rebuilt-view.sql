-- before
create table a (id int, x text);
create view v as select id from a;
create rule r as on insert to v do instead insert into a (id) values (new.id);
-- after
create table a (id bigint, x text);
create view v as select id from a;
create rule r as on insert to v do instead insert into a (id) values (new.id);
-- changes
-- alter column public.a.id [substance]: type: integer → bigint
-- plan
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE bigint;
CREATE VIEW "v" AS SELECT id
   FROM a;
CREATE RULE "r" AS ON INSERT TO public.v DO INSTEAD  INSERT INTO a (id)
  VALUES (new.id);
-- down
DROP VIEW "v";
ALTER TABLE "a" ALTER COLUMN "id" SET DATA TYPE integer;
CREATE VIEW "v" AS SELECT id
   FROM a;
CREATE RULE "r" AS ON INSERT TO public.v DO INSTEAD  INSERT INTO a (id)
  VALUES (new.id);
