// The name of a migration that the user gave none.
import { expect, it } from 'vitest';
import { nameOfChanges } from '../../src/tools/drizzle/naming.ts';

it.each([
  ['add_t_a', ['ALTER TABLE "t" ADD COLUMN "a" text;']],
  ['change_t_and_u', ['ALTER TABLE "t" ADD COLUMN "a" text;', 'DROP TABLE "u";']],
  [
    'create_3_tables',
    [
      `CREATE TYPE "public"."kind" AS ENUM('a');`,
      'CREATE TABLE "t" ("id" integer);',
      'CREATE TABLE "u" ("id" integer);',
      'CREATE TABLE "v" ("id" integer);',
      'ALTER TABLE "u" ADD CONSTRAINT "u_fk" FOREIGN KEY ("id") REFERENCES "public"."t"("id");',
    ],
  ],
  [
    'change_3_objects',
    ['DROP TYPE "public"."kind";', 'ALTER TABLE "t" DROP COLUMN "a";', 'DROP INDEX "u_idx";'],
  ],
])('%s', (name, statements) => {
  expect(nameOfChanges(statements)).toBe(name);
});
