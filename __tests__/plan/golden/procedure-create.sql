-- before
create table a (id int, x text);
-- after
create table a (id int, x text);
create procedure add(id int, x text default 'none') language sql as $$ insert into a values (id, x) $$;
-- changes
-- create procedure public.add(integer, text) [substance]: only in the models
-- plan
CREATE PROCEDURE "public"."add"(id integer, x text DEFAULT 'none'::text) LANGUAGE sql AS $procedure$ insert into a values (id, x) $procedure$;
-- down
DROP PROCEDURE "public"."add"(integer, text);
