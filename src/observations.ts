// What a comparison could not see: told, so that silence is never taken for agreement.
import type { Finding } from './report/report.ts';
import { identityOf, objectId } from './schema/identity.ts';
import type { Schema } from './schema/objects.ts';
import type { Side } from './sides.ts';

const MANY = 10;

/** Extensions that only a stand-in stands for, with what leans on them; `stubbed` may hold more. */
export function unobserved(head: Side, stubbed: readonly string[]): Finding[] {
  return stubbed.flatMap((name) => {
    const id = objectId('extension', name);
    const dependents = new Set([head.actual, head.desired].flatMap((one) => needing(one, id)));
    if (!head.actual.objects.has(id) && dependents.size === 0) return [];
    const leaning = dependents.size === 0 ? '' : `: ${few([...dependents].sort())}`;
    return [
      {
        rule: 'not-observed',
        severity: 'note' as const,
        hazard: 'unreadable' as const,
        message:
          `the embedded Postgres does not have the extension ${name}, so a stand-in took its place; ` +
          `what leans on it is compared by name and type, and its behaviour is not observed${leaning}`,
        file: null,
        line: null,
      },
    ];
  });
}

function needing(schema: Schema, id: string): string[] {
  const found = [...schema.objects.values()].filter(({ needs }) => needs.includes(id));
  return found.map((object) => identityOf(object.id));
}

function few(names: readonly string[]): string {
  const more = names.length > MANY ? ` and ${names.length - MANY} more` : '';
  return names.slice(0, MANY).join(', ') + more;
}

/** Models that say nothing, beside migrations that make tables, are hardly the project's models. */
export function emptyModels(head: Side, unmodelled: readonly string[]): Finding[] {
  const tables = unmodelled.filter((id) => id.startsWith('table:'));
  const silent = head.models.statements.length === 0 && head.models.unknowns.length === 0;
  if (!silent || tables.length === 0) return [];
  return [
    {
      rule: 'models-empty',
      severity: 'error',
      hazard: 'configuration',
      message:
        `the model files declare nothing, and the migrations make ${few(tables.map(identityOf))}: ` +
        'name the files that declare these tables, in the tool’s configuration or under `models` in plumbline.yml',
      file: head.models.files[0] ?? null,
      line: head.models.files.length === 0 ? null : 1,
    },
  ];
}

/** Base gives no answer, so that everything is held against this revision. */
export function baseUnread(reason: string): Finding {
  return {
    rule: 'base-unread',
    severity: 'warning',
    hazard: 'unreadable',
    message: `base could not be compared, so nothing counts as inherited: ${reason}`,
    file: null,
    line: null,
  };
}
