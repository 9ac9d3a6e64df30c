-- A dot within the name of an identity's sequence.
-- before
create table t ("x.y" integer generated always as identity (sequence name "old.name"));
-- after
create table t ("x.y" integer generated always as identity (sequence name "new.name"));
-- changes
-- alter column public.t."x.y" [form]: its sequence under another name: "old.name" → "new.name"
-- plan
ALTER SEQUENCE "old.name" RENAME TO "new.name";
-- down
ALTER SEQUENCE "new.name" RENAME TO "old.name";
