-- before
create table a (id int, x text);
create table b (id int, x text);
create view v as select id from a;
-- after
create table a (id int, x text);
create table b (id int, x text);
create view v as select id from a;
create rule "ON" as on insert to v do instead insert into a (id) values (new.id) returning id;
-- changes
-- create rule public.v."ON" [substance]: only in the models
-- plan
CREATE RULE "ON" AS ON INSERT TO public.v DO INSTEAD  INSERT INTO a (id)
  VALUES (new.id)
  RETURNING a.id;
-- down
DROP RULE "ON" ON "v";
