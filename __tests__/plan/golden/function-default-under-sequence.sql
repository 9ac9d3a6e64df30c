-- before
create sequence s;
create function f(n bigint default nextval('s')) returns bigint language sql as 'select n';
-- after
create function f(n bigint default 1) returns bigint language sql as 'select n';
-- changes
-- alter function public.f(bigint) [substance]: arguments: (n bigint DEFAULT nextval('s'::regclass)) → (n bigint DEFAULT 1)
-- drop sequence public.s [substance]: only in the database
-- plan
CREATE OR REPLACE FUNCTION "public"."f"(n bigint DEFAULT 1) RETURNS bigint LANGUAGE sql AS $function$select n$function$;
DROP SEQUENCE "public"."s";
-- down
CREATE SEQUENCE "public"."s" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;
CREATE OR REPLACE FUNCTION "public"."f"(n bigint DEFAULT nextval('s'::regclass)) RETURNS bigint LANGUAGE sql AS $function$select n$function$;
-- irreversible
-- dropping sequence public.s loses its position
