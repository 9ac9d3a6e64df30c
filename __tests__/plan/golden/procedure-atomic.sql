-- before
create table a (id int, x text);
-- after
create table a (id int, x text);
create procedure clear() language sql begin atomic
  delete from a;
  insert into a values (1, 'x');
end;
-- changes
-- create procedure public.clear() [substance]: only in the models
-- plan
CREATE PROCEDURE "public"."clear"() LANGUAGE sql BEGIN ATOMIC
 DELETE FROM a;
 INSERT INTO a (id, x)
   VALUES (1, 'x'::text);
END;
-- down
DROP PROCEDURE "public"."clear"();
