-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text, c uuid not null default gen_random_uuid());
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "c" uuid;
ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT gen_random_uuid();
-- migration 2, not in a transaction
DO $$
DECLARE
	batch_start "t"."id"%TYPE := (SELECT "id" FROM "t" ORDER BY "id" LIMIT 1);
	batch_end "t"."id"%TYPE;
BEGIN
	WHILE batch_start IS NOT NULL LOOP
		batch_end := (SELECT "id" FROM "t" WHERE "id" > batch_start ORDER BY "id" OFFSET 9999 LIMIT 1);
		IF batch_end IS NULL THEN
			UPDATE "t" SET "c" = DEFAULT WHERE "c" IS NULL AND "id" >= batch_start;
		ELSE
			UPDATE "t" SET "c" = DEFAULT WHERE "c" IS NULL AND "id" >= batch_start AND "id" < batch_end;
		END IF;
		COMMIT;
		batch_start := batch_end;
	END LOOP;
END $$;
-- migration 3
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "t_c_not_null_check" CHECK ("c" IS NOT NULL) NOT VALID;
-- migration 4
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "t_c_not_null_check";
ALTER TABLE "t" ALTER COLUMN "c" SET NOT NULL;
ALTER TABLE "t" DROP CONSTRAINT "t_c_not_null_check";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP COLUMN "c";
