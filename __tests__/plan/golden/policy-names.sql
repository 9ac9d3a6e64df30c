-- before

-- after
create schema "My S";
create table "My S"."T.x" ("Select" int);
create policy "it's ""mine""" on "My S"."T.x" for update using ("Select" > 0 and 'a\' <> '(') with check (true);
-- changes
-- create schema "My S" [substance]: only in the models
-- create table "My S"."T.x" [substance]: only in the models
-- create policy "My S"."T.x"."it's ""mine""" [substance]: only in the models
-- plan
CREATE SCHEMA "My S";
CREATE TABLE "My S"."T.x" (
	"Select" integer
);
CREATE POLICY "it's ""mine""" ON "My S"."T.x" AS PERMISSIVE FOR UPDATE TO public USING ((("Select" > 0) AND ('a\'::text <> '('::text))) WITH CHECK (true);
-- down
DROP TABLE "My S"."T.x";
DROP SCHEMA "My S";
