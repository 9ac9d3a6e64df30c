-- before

-- after
create type status as enum ('on', 'off');
create table orgs (id uuid primary key default gen_random_uuid(), slug varchar(30) not null unique);
create table users (
  id integer generated always as identity primary key,
  org uuid not null references orgs on delete cascade,
  email text not null check (email <> ''),
  status status default 'on' not null,
  tags text[] default '{}'::text[] not null,
  price numeric(10, 2),
  full_name text generated always as (email || '!') stored,
  created timestamptz default now() not null,
  unique nulls not distinct (org, email)
);
create index users_created on users (created desc, lower(email)) where status = 'on';
alter table users enable row level security;
create policy own on users for select to app_user using (email = current_user);
create view active as select id, email from users where status = 'on';
-- changes
-- create view public.active [substance]: only in the models
-- create table public.orgs [substance]: only in the models
-- create enum public.status [substance]: only in the models
-- create table public.users [substance]: only in the models
-- create policy public.users.own [substance]: only in the models
-- create index public.users.users_created [substance]: only in the models
-- create foreign key public.users.users_org_fkey [substance]: only in the models
-- plan
CREATE TYPE "public"."status" AS ENUM('on', 'off');
CREATE TABLE "orgs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" varchar(30) NOT NULL,
	CONSTRAINT "orgs_slug_key" UNIQUE("slug")
);
CREATE TABLE "users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "public"."users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1) NOT NULL,
	"org" uuid NOT NULL,
	"email" text NOT NULL,
	"status" status DEFAULT 'on' NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"price" numeric(10,2),
	"full_name" text GENERATED ALWAYS AS (email || '!'::text) STORED,
	"created" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_org_email_key" UNIQUE NULLS NOT DISTINCT("org", "email"),
	CONSTRAINT "users_email_check" CHECK (email <> ''::text)
);
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
CREATE INDEX "users_created" ON "users" USING btree ("created" DESC,lower(email)) WHERE (status = 'on'::status);
ALTER TABLE "users" ADD CONSTRAINT "users_org_fkey" FOREIGN KEY ("org") REFERENCES "public"."orgs"("id") ON DELETE cascade ON UPDATE no action;
CREATE VIEW "active" AS SELECT id,
    email
   FROM users
  WHERE (status = 'on'::status);
CREATE POLICY "own" ON "users" AS PERMISSIVE FOR SELECT TO "app_user" USING (email = CURRENT_USER);
-- down
DROP VIEW "active";
DROP TABLE "users";
DROP TABLE "orgs";
DROP TYPE "public"."status";
