// When an object must go while another one that it needs is altered. Postgres itself takes plain
// indexes, checks and keys along; views, policies and generated columns it refuses to touch.
import { onlyAddsValues } from './enum.ts';
import type { Alteration } from './kind.ts';

/** A column's type or collation changes, or a type is made anew: values are stored otherwise afterwards. */
export function retypes({ before, attributes }: Alteration): boolean {
  return (
    before.kind === 'column' && ['type', 'collation'].some((name) => attributes.includes(name))
  );
}

/** An enum is made anew, so an expression that names one of its values can't stay. */
export function rebuildsType({ before, after }: Alteration): boolean {
  return before.kind === 'enum' && !onlyAddsValues(before, after);
}
