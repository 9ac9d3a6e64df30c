// A new foreign key whose columns no index begins with: each DELETE of a row referred to reads the whole table.
import { isRecord } from '../catalog/kind.ts';
import type { Json, SchemaObject } from '../schema/objects.ts';
import type { Pass, Rule, Step } from './rule.ts';

export const foreignKeyWithoutIndex: Rule = {
  id: 'foreign-key-without-index',
  hazard: 'design',
  severity: 'off',
  detect: (pass) =>
    [...pass.head.objects.values()]
      .filter(({ kind, id }) => kind === 'foreign key' && !pass.base.objects.has(id))
      .filter((key) => !isIndexed(pass, key))
      .flatMap((key) => {
        const step = pass.steps.find((one) => makes(one, key));
        if (!step) return [];
        return {
          step,
          about: [],
          observed: `no index begins with the columns of ${key.name} (${namesIn(key.attributes['columns']).join(', ')})`,
          why: `each DELETE of a row that it refers to, and each change of its key, reads ${key.table ?? ''} from beginning to end. Create one`,
          safeFor: [],
          tables: [],
        };
      }),
};

function makes({ statement: { sql } }: Step, { name, table }: SchemaObject): boolean {
  return sql.includes(name) || (/\breferences\b/i.test(sql) && sql.includes(table ?? ' '));
}

function isIndexed({ head }: Pass, key: SchemaObject): boolean {
  const wanted = namesIn(key.attributes['columns']);
  return [...head.objects.values()].some((object) => {
    const kinds = ['index', 'unique', 'primary key'];
    if (!kinds.includes(object.kind) || object.parent !== key.parent) return false;
    const first = namesIn(object.attributes['order'] ?? object.attributes['columns']).slice(
      0,
      wanted.length,
    );
    return wanted.every((column) => first.includes(column));
  });
}

function namesIn(list: Json | undefined): string[] {
  return (Array.isArray(list) ? list : []).map((column: Json) => {
    const name = isRecord(column) ? column['expression'] : column;
    return typeof name === 'string' ? name.replaceAll('"', '') : '';
  });
}
