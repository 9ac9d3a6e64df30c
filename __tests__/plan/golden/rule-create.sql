-- before
create table a (id int, x text);
create table b (id int, x text);
-- after
create table a (id int, x text);
create table b (id int, x text);
create rule r as on insert to a where new.id > 0 do instead insert into b values (new.id, new.x);
-- changes
-- create rule public.a.r [substance]: only in the models
-- plan
CREATE RULE "r" AS ON INSERT TO public.a
   WHERE (new.id > 0) DO INSTEAD  INSERT INTO b (id, x)
  VALUES (new.id, new.x);
-- down
DROP RULE "r" ON "a";
