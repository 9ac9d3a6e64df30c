-- before
create table "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" ("a_column_with_a_name_that_is_quite_long_as_well" int);
-- after
create table "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" ("a_column_with_a_name_that_is_quite_long_as_well" int not null);
-- up
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" ADD CONSTRAINT "a_table_with_a_name_that_a_column_with_a_name_th_not_null_check" CHECK ("a_column_with_a_name_that_is_quite_long_as_well" IS NOT NULL) NOT VALID;
-- migration 2
SET LOCAL lock_timeout = '5s';
ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" VALIDATE CONSTRAINT "a_table_with_a_name_that_a_column_with_a_name_th_not_null_check";
ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" ALTER COLUMN "a_column_with_a_name_that_is_quite_long_as_well" SET NOT NULL;
ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" DROP CONSTRAINT "a_table_with_a_name_that_a_column_with_a_name_th_not_null_check";
-- down
-- migration 1
SET LOCAL lock_timeout = '5s';
ALTER TABLE "a_table_with_a_name_that_is_as_long_as_names_can_be_____here" ALTER COLUMN "a_column_with_a_name_that_is_quite_long_as_well" DROP NOT NULL;
