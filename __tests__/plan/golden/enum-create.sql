-- before

-- after
create type mood as enum ('sad', 'it''s ok', 'happy');
-- changes
-- create enum public.mood [substance]: only in the models
-- plan
CREATE TYPE "public"."mood" AS ENUM('sad', 'it''s ok', 'happy');
-- down
DROP TYPE "public"."mood";
