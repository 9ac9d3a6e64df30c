-- A foreign key takes the name that the primary key had; it leans on a key that stays.
-- before
create table t (c integer, constraint "group" primary key (c));
alter table t add constraint once unique (c);
alter table t add constraint twice unique (c);
alter table t add constraint self foreign key (c) references t (c);
-- after
create table t (c integer, d integer not null, constraint first primary key (d, c));
alter table t add constraint once unique (d);
alter table t add constraint twice unique (c);
alter table t add constraint "group" foreign key (c) references t (c);
-- changes
-- create column public.t.d [substance]: only in the models
-- create primary key public.t.first [substance]: only in the models
-- rename foreign key public.t.group [form]: the same under another name: self → group
-- drop primary key public.t.group [substance]: only in the database
-- alter unique public.t.once [substance]: columns: (c) → (d)
-- plan
ALTER TABLE "t" DROP CONSTRAINT "self";
ALTER TABLE "t" DROP CONSTRAINT "once";
ALTER TABLE "t" DROP CONSTRAINT "group";
ALTER TABLE "t" ADD COLUMN "d" integer NOT NULL;
ALTER TABLE "t" ADD CONSTRAINT "first" PRIMARY KEY("d", "c");
ALTER TABLE "t" ADD CONSTRAINT "once" UNIQUE("d");
ALTER TABLE "t" ADD CONSTRAINT "group" FOREIGN KEY ("c") REFERENCES "public"."t"("c") ON DELETE no action ON UPDATE no action;
-- down
ALTER TABLE "t" DROP CONSTRAINT "once";
ALTER TABLE "t" DROP CONSTRAINT "first";
ALTER TABLE "t" DROP COLUMN "d";
ALTER TABLE "t" RENAME CONSTRAINT "group" TO "self";
ALTER TABLE "t" ADD CONSTRAINT "group" PRIMARY KEY("c");
ALTER TABLE "t" ADD CONSTRAINT "once" UNIQUE("c");
