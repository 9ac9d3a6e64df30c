-- before
create table t (a int primary key, b int);
create publication p for table t (a, b);
-- after
create table t (a int primary key);
create publication p for table t (a);
-- changes
-- alter publication table p.public.t [substance]: columns: (a, b) → (a)
-- drop column public.t.b [substance]: only in the database
-- plan
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER TABLE "t" DROP COLUMN "b";
ALTER PUBLICATION "p" ADD TABLE "t" ("a");
-- down
ALTER PUBLICATION "p" DROP TABLE "t";
ALTER TABLE "t" ADD COLUMN "b" integer;
ALTER PUBLICATION "p" ADD TABLE "t" ("a", "b");
-- irreversible
-- dropping column public.t.b loses its values
