-- before
create table a (id int, x text);
create table b (id int, x text);
create rule r as on delete to a do instead nothing;
-- after
create table a (id int, x text);
create table b (id int, x text);
create rule r as on update to a do also (insert into b values (old.id, old.x); delete from b where id = 0);
-- changes
-- alter rule public.a.r [substance]: definition: ON DELETE TO public.a DO INSTEAD NOTHING; → ON UPDATE TO public.a DO ( INSERT INTO b (id, x) VALUES (old.id, old.x); DELETE FROM b WHERE (b.id = 0); );
-- plan
CREATE OR REPLACE RULE "r" AS ON UPDATE TO public.a DO ( INSERT INTO b (id, x)
  VALUES (old.id, old.x);
 DELETE FROM b
  WHERE (b.id = 0);
);
-- down
CREATE OR REPLACE RULE "r" AS ON DELETE TO public.a DO INSTEAD NOTHING;
