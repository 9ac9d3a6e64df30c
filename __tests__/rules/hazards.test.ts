// Every hazard that is known to happen to migrations, and what tells of it; or why nothing does.
import { expect, it } from 'vitest';
import { findingKinds } from '../../src/findings/index.ts';
import { rules } from '../../src/rules/index.ts';

/** By hazard: the ids of findings, or a reason in words. */
const HAZARDS: Readonly<Record<string, readonly string[] | string>> = {
  // data loss
  'a table is dropped': ['drop-table'],
  'a column is dropped': ['drop-column'],
  'a schema is dropped': ['drop-schema'],
  'a database is dropped': ['drop-database'],
  'rows are truncated, by CASCADE too': ['truncate'],
  'CASCADE takes others along': ['drop-cascade'],
  'a type becomes narrower': ['type-narrowing'],
  'a rename is written as a drop and an addition': ['drop-for-rename', 'undecided-rename'],
  'a column is dropped and added again': ['drop-and-add-column'],
  'a value of an enum goes': ['enum-value-removed'],
  'rows are changed without a condition': ['delete-without-where', 'update-every-row'],
  'a counter is dropped': ['drop-sequence'],
  'a table becomes unlogged': ['set-unlogged'],
  'a type, domain or extension takes others along': ['drop-cascade', 'statement-fails'],
  // rewrites
  'a default that differs by row': ['add-column-volatile-default'],
  'a stored generated column': ['add-column-generated'],
  'serial or identity on an old table': ['add-column-serial'],
  'values are stored in another way': ['type-change-rewrite'],
  'a column of a domain with a constraint': ['add-column-domain'],
  'a table becomes logged': ['set-logged'],
  'another tablespace or access method': ['move-table'],
  'VACUUM FULL and CLUSTER': ['vacuum-full'],
  'any default before PostgreSQL 11': 'no version before 13 is served',
  'another collation': ['type-change-rewrite', 'type-change-scan'],
  // long locks
  'SET NOT NULL reads the table': ['set-not-null'],
  'a check reads the table': ['add-check', 'add-column-check'],
  'a foreign key reads the table': ['add-foreign-key', 'add-column-foreign-key'],
  'a key or exclusion is built': [
    ...['add-unique', 'add-column-unique', 'add-primary-key', 'add-exclusion'],
  ],
  'an index is built or dropped': ['create-index', 'drop-index', 'reindex'],
  'a partition comes or goes': ['attach-partition', 'detach-partition'],
  'a materialized view is filled': ['refresh-materialized-view'],
  'NOT VALID and VALIDATE together': ['validate-in-same-transaction'],
  'a domain gets a constraint': ['alter-domain'],
  'a trigger is made or turned off': ['create-trigger', 'disable-trigger'],
  'work under a lock': ['work-under-lock', 'work-under-own-lock', 'backfill-under-lock'],
  'several tables in one transaction': ['several-tables-locked'],
  'several scans of one table': ['mergeable-alters'],
  'a dropped foreign key locks its parent': ['drop-foreign-key', 'several-tables-locked'],
  'a change of type checks constraints again': ['type-change-scan'],
  'LOCK TABLE': ['lock-table'],
  'one table in many migrations': ['table-locked-often'],
  // transactions and execution
  'no lock_timeout': ['missing-lock-timeout'],
  'no statement_timeout': ['missing-statement-timeout'],
  'CONCURRENTLY in a transaction': ['concurrently-in-transaction'],
  'a new value of an enum is used too soon': ['enum-value-used'],
  'what else no transaction takes': ['not-in-transaction'],
  'a transaction within a transaction': ['transaction-control', 'uncommitted-transaction'],
  'others beside what takes no transaction': ['mixed-without-transaction'],
  'it can not be run again': ['if-not-exists-concurrently', 'not-repeatable'],
  'dependents, casts, order, syntax': ['statement-fails', 'migration-failed'],
  'a name is too long': ['identifier-too-long'],
  'indexes that PostgreSQL 14.0 builds wrongly': ['concurrent-index-corrupt'],
  // rows
  'a required column without a default': ['add-required-column'],
  'rows stand in the way': ['depends-on-data', 'fails-on-rows'],
  'a check that time undoes': ['volatile-check'],
  // the release that is running
  'something in use gets another name': ['used-table-gone', 'used-column-gone', 'rename-in-use'],
  'something in use goes': ['used-table-gone', 'used-column-gone'],
  'inserts lack a value': ['insert-column-required', 'insert-default-gone', 'insert-refused'],
  'readers meet NULL': 'NOT NULL goes with models that say so, which the types of the code show',
  'a driver reads another type': ['used-type-changed'],
  'a value of an enum has another name': ['used-enum-value-gone'],
  'a constraint is stricter': ['constraint-stricter'],
  'a foreign key goes': ['drop-foreign-key'],
  'values of an enum in another order': 'a new value says by itself where it stands',
  'an index goes': ['index-lost'],
  // operations
  'replication loses its key': ['replica-identity', 'primary-key-dropped'],
  'another version of an extension': ['extension-version'],
  'statistics are lost': ['statistics-lost'],
  'what a stand-in stands for': ['not-observed'],
  // security
  'row security is turned off, or has no policy': [
    ...['row-security-disabled', 'row-security-without-policy'],
  ],
  'a policy changes': ['policy-changed'],
  'everybody gets a right': ['grant-to-public'],
  'a function runs as its owner': ['security-definer-search-path'],
  'only a superuser may': ['superuser-only'],
  'autovacuum is turned off': ['autovacuum-disabled'],
  // advice
  'types that age badly': [
    ...['prefer-jsonb', 'prefer-bigint-key', 'prefer-identity', 'prefer-timestamptz'],
    ...['prefer-text', 'prefer-lookup-table', 'domain-with-constraint'],
  ],
  'keys and indexes': [
    ...['table-without-primary-key', 'foreign-key-without-index', 'wide-index', 'redundant-index'],
  ],
  'what is left unsaid': ['on-delete-unsaid', 'unqualified-name'],
  'rows and schema together': ['data-beside-schema'],
  'varchar(n) instead of text': 'a longer n costs nothing, so little speaks against it',
  'names by a pattern': 'patterns of names are the business of a linter of models',
  'the order of columns': 'a few bytes a row; nothing that a migration can make worse later',
  'the partition key in the key': ['statement-fails'],
};

it('each names findings that there are, or says why none', () => {
  const ids = new Set(findingKinds.map(({ id }) => id));
  for (const [hazard, told] of Object.entries(HAZARDS)) {
    const unknown = typeof told === 'string' ? [] : told.filter((id) => !ids.has(id));
    expect({ hazard, unknown }).toEqual({ hazard, unknown: [] });
    expect(told.length).toBeGreaterThan(0);
  }
});

it('every rule tells of one of them', () => {
  const named = new Set(
    Object.values(HAZARDS).flatMap((told) => (typeof told === 'string' ? [] : told)),
  );
  expect(rules.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});
