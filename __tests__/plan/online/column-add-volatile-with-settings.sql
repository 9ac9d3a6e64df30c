-- before
create table t (id int primary key, a int);
insert into t select i, i from generate_series(1, 20) i;
-- after
create table t (id int primary key, a int, b text default gen_random_uuid());
alter table t alter b set storage external, alter b set statistics 500;
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD COLUMN "b" text;
ALTER TABLE "t" ALTER COLUMN "b" SET DEFAULT gen_random_uuid();
ALTER TABLE "t" ALTER COLUMN "b" SET STORAGE external;
ALTER TABLE "t" ALTER COLUMN "b" SET STATISTICS 500;
-- migration 2, not in a transaction
DO $$
DECLARE
	batch_start "t"."id"%TYPE := (SELECT "id" FROM "t" ORDER BY "id" LIMIT 1);
	batch_end "t"."id"%TYPE;
BEGIN
	WHILE batch_start IS NOT NULL LOOP
		batch_end := (SELECT "id" FROM "t" WHERE "id" > batch_start ORDER BY "id" OFFSET 9999 LIMIT 1);
		IF batch_end IS NULL THEN
			UPDATE "t" SET "b" = DEFAULT WHERE "b" IS NULL AND "id" >= batch_start;
		ELSE
			UPDATE "t" SET "b" = DEFAULT WHERE "b" IS NULL AND "id" >= batch_start AND "id" < batch_end;
		END IF;
		COMMIT;
		batch_start := batch_end;
	END LOOP;
END $$;
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP COLUMN "b";
