// Models that ask for what production's PostgreSQL lacks.
import { beyond } from '../catalog/requirements.ts';
import type { Finding } from '../report/report.ts';
import { identityOf } from '../schema/identity.ts';
import type { Change, Schema, SchemaObject } from '../schema/objects.ts';
import { childrenOf } from '../schema/relations.ts';
import type { Project } from '../tools/tool.ts';
import type { Side } from './sides.ts';

/** One finding for each object that the version in the configuration can't have. */
export function tooNew(
  { postgres }: Project,
  changes: readonly Change[],
  { desired, models }: Side,
): Finding[] {
  if (postgres === undefined) return [];
  return changes.flatMap((change) => {
    if (change.op === 'drop') return [];
    const objects = change.op === 'create' ? withParts(change.after, desired) : [change.after];
    return objects.flatMap((object) =>
      beyond(object, postgres).map(({ feature, version }): Finding => {
        const place = models.places.get(object.id) ?? models.places.get(object.parent ?? '');
        return {
          rule: 'postgres-too-old',
          severity: 'error',
          hazard: 'failure',
          message:
            `${object.kind} ${identityOf(object.id)} asks for ${feature}, which PostgreSQL has since version ${version}; ` +
            `plumbline.yml says production has ${postgres}`,
          file: place?.file ?? null,
          line: place?.line ?? null,
        };
      }),
    );
  });
}

function withParts(object: SchemaObject, schema: Schema): SchemaObject[] {
  const parts = childrenOf(schema, object.id).filter(({ part }) => part);
  return [object, ...parts.flatMap((part) => withParts(part, schema))];
}
