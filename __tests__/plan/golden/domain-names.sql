-- before
create schema "My.App";
-- after
create schema "My.App";
create domain "My.App"."D""om" as text constraint "ch'eck" check (value <> '"');
create table "My.App"."T" ("select" "My.App"."D""om" default 'x', "Ü" "My.App"."D""om"[]);
-- changes
-- create domain "My.App"."D""om" [substance]: only in the models
-- create table "My.App"."T" [substance]: only in the models
-- plan
CREATE DOMAIN "My.App"."D""om" AS text CONSTRAINT "ch'eck" CHECK (VALUE <> '"'::text);
CREATE TABLE "My.App"."T" (
	"select" "My.App"."D""om" DEFAULT 'x'::text,
	"Ü" "My.App"."D""om"[]
);
-- down
DROP TABLE "My.App"."T";
DROP DOMAIN "My.App"."D""om";
