-- before
create table t (id int primary key, a int, b text);
insert into t select i, i, i from generate_series(1, 20) i;
create table u (id int primary key, t_id int, x int);
insert into u values (1, 1, 1);
-- after
create table t (id int primary key, a int not null, b text unique, c uuid not null default gen_random_uuid());
create index t_c on t (c);
create table u (id int primary key, t_id int references t, x int check (x > 0));
create index u_x on u (x);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "t_a_not_null_check" CHECK ("a" IS NOT NULL) NOT VALID;
ALTER TABLE "t" ADD COLUMN "c" uuid;
ALTER TABLE "t" ALTER COLUMN "c" SET DEFAULT gen_random_uuid();
ALTER TABLE "u" ADD CONSTRAINT "u_x_check" CHECK (x > 0) NOT VALID;
ALTER TABLE "u" ADD CONSTRAINT "u_t_id_fkey" FOREIGN KEY ("t_id") REFERENCES "public"."t"("id") ON DELETE no action ON UPDATE no action NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "t_a_not_null_check";
ALTER TABLE "u" VALIDATE CONSTRAINT "u_x_check";
ALTER TABLE "u" VALIDATE CONSTRAINT "u_t_id_fkey";
ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;
ALTER TABLE "t" DROP CONSTRAINT "t_a_not_null_check";
-- migration 3, not in a transaction
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
-- migration 4, not in a transaction
CREATE UNIQUE INDEX CONCURRENTLY "t_b_key" ON "t" ("b");
-- migration 5, not in a transaction
CREATE INDEX CONCURRENTLY "u_x" ON "u" USING btree ("x");
-- migration 6
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" ADD CONSTRAINT "t_c_not_null_check" CHECK ("c" IS NOT NULL) NOT VALID;
ALTER TABLE "t" ADD CONSTRAINT "t_b_key" UNIQUE USING INDEX "t_b_key";
-- migration 7
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" VALIDATE CONSTRAINT "t_c_not_null_check";
ALTER TABLE "t" ALTER COLUMN "c" SET NOT NULL;
ALTER TABLE "t" DROP CONSTRAINT "t_c_not_null_check";
-- migration 8, not in a transaction
CREATE INDEX CONCURRENTLY "t_c" ON "t" USING btree ("c");
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "u" DROP CONSTRAINT "u_t_id_fkey";
ALTER TABLE "u" DROP CONSTRAINT "u_x_check";
ALTER TABLE "t" DROP CONSTRAINT "t_b_key";
ALTER TABLE "t" ALTER COLUMN "a" DROP NOT NULL;
-- migration 2, not in a transaction
DROP INDEX CONCURRENTLY "t_c";
-- migration 3, not in a transaction
DROP INDEX CONCURRENTLY "u_x";
-- migration 4
SET LOCAL lock_timeout = '5s';
ALTER TABLE "t" DROP COLUMN "c";
