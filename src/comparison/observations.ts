// What a comparison could not see: told, so that silence is never taken for agreement.
import type { Finding, Hazard } from '../report/report.ts';
import { identityOf, objectId } from '../schema/identity.ts';
import type { Schema } from '../schema/objects.ts';
import { dependentsOf } from '../schema/relations.ts';
import type { Project } from '../tools/tool.ts';
import { ignoredByName } from './drift.ts';
import type { Side } from './sides.ts';

const MANY = 10;

/**
 * Extensions that only a stand-in stands for, with what leans on them in the schemas, the actual one
 * first; `stubbed` may hold more.
 */
export function unobserved(schemas: readonly Schema[], stubbed: readonly string[]): Finding[] {
  return stubbed.flatMap((name) => {
    const id = objectId('extension', name);
    const dependents = new Set(schemas.flatMap((one) => needing(one, id)));
    if (schemas[0]?.objects.has(id) !== true && dependents.size === 0) return [];
    const leaning = dependents.size === 0 ? '' : `: ${few([...dependents].sort())}`;
    const message =
      `the embedded Postgres does not have the extension ${name}, so a stand-in took its place; ` +
      `what leans on it is compared by name and type, and its behaviour is not observed${leaning}`;
    return [note('not-observed', 'unreadable', message)];
  });
}

function needing(schema: Schema, id: string): string[] {
  return dependentsOf(schema, id).map((object) => identityOf(object.id));
}

function few(names: readonly string[]): string {
  const more = names.length > MANY ? ` and ${names.length - MANY} more` : '';
  return names.slice(0, MANY).join(', ') + more;
}

/** Objects that the configuration keeps out of the comparison. */
export function leftOut(project: Project, head: Side): Finding[] {
  const isNamed = ignoredByName(project);
  const { external } = head.models.scope;
  const objects = [...head.actual.objects.values(), ...head.desired.objects.values()];
  const names = objects
    .filter(
      (object) => isNamed(object) || (object.kind === 'table' && external.includes(object.id)),
    )
    .map(({ id }) => identityOf(id));
  if (names.length === 0) return [];
  const message = `left out of the comparison by the configuration: ${few([...new Set(names)].sort())}`;
  return [note('left-out', 'configuration', message)];
}

/** Where production runs another version than the one that was asked here. */
export function otherVersion({ postgres }: Project, version: number): Finding[] {
  const major = Math.floor(version / 10_000);
  if (postgres === undefined || postgres === major) return [];
  const message =
    `plumbline.yml says PostgreSQL ${postgres}, and this was run on ${major}: ` +
    'what the two do differently is not observed';
  return [note('not-observed', 'configuration', message)];
}

function note(rule: string, hazard: Hazard, message: string): Finding {
  return { rule, severity: 'note', hazard, message, file: null, line: null };
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
