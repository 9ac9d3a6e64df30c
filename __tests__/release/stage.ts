// Two releases on one database: the schema before and after a migration, each made where it is asked for.
import { introspect } from '../../src/catalog/introspect.ts';
import type { Database } from '../../src/database/database.ts';
import { plainQueries, type Code } from '../../src/release/code.ts';
import { judgeRelease, type Release } from '../../src/release/release.ts';
import type { Place, Schema } from '../../src/schema/objects.ts';

export interface Stage {
  /** The schema that base's migrations give. */
  readonly before: string;
  /** What base's models declare, where it isn't that. */
  readonly models?: string;
  /** The new migration. */
  readonly migration: string;
  /** What head's models declare, where it isn't what the migration leaves. */
  readonly next?: string;
}

/** Tables are declared on the lines of their order, in one file. */
function codeOf(desired: Schema, file: string): Code {
  const declared = [...desired.objects.values()].filter(({ kind }) =>
    ['table', 'column', 'enum'].includes(kind),
  );
  const places = declared.map(({ id }, at): [string, Place] => [id, { file, line: at + 1 }]);
  return { desired, queries: plainQueries(desired), places: new Map(places) };
}

/** The same database, holding `sql` whenever it is looked at. */
function holding(db: Database, sql: string): Database {
  let depth = 0;
  const made = <T>(work: () => Promise<T>): Promise<T> =>
    db.scratch(async () => {
      if (depth === 0) await db.exec(sql);
      depth += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
      }
    });
  return {
    ...{ version: db.version, stubbed: db.stubbed, scratch: made },
    ...{ exec: db.exec.bind(db), run: db.run.bind(db), query: db.query.bind(db) },
    ...{ watch: db.watch.bind(db), close: () => Promise.resolve() },
  };
}

/** Judges a migration as if base and head each had a database. */
export async function play(db: Database, stage: Stage): Promise<Release> {
  const { before, migration, models, next } = stage;
  const after = `${before};\n${migration}`;
  const read = (sql: string): Promise<Schema> => holding(db, sql).scratch(() => introspect(db));
  const [base, head] = [await read(before), await read(after)];
  const said = models === undefined ? base : await read(models);
  const wanted = next === undefined ? head : await read(next);
  return judgeRelease({
    base: { code: codeOf(said, 'base.ts'), actual: base, database: holding(db, before) },
    head: { code: codeOf(wanted, 'head.ts'), actual: head, database: holding(db, after) },
    migrations: [
      {
        name: '0001_new',
        file: '0001_new.sql',
        statements: [{ sql: migration, place: { file: '0001_new.sql', line: 1 } }],
      },
    ],
  });
}
