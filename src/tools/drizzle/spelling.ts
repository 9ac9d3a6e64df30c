// Spellings that several statements share.
import { quoteIdentifier } from '../../schema/identity.ts';
import type { Json } from '../../schema/objects.ts';
import type { SequenceOptions } from './declarations.ts';

/** `"schema"."name"`, always qualified so that no search path decides. */
export function qualified(schema: string, name: string): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** `"a","b"`. */
export function quotedList(names: readonly string[]): string {
  return names.map(quoteIdentifier).join(',');
}

/** `INCREMENT BY 1 MINVALUE 1 …`, as drizzle-kit spells a sequence's options. */
export function sequenceOptions(options: SequenceOptions): string {
  return [
    `INCREMENT BY ${options.increment}`,
    `MINVALUE ${options.minValue}`,
    `MAXVALUE ${options.maxValue}`,
    `START WITH ${options.startWith}`,
    `CACHE ${options.cache}`,
    ...(options.cycle ? ['CYCLE'] : []),
  ].join(' ');
}

/** A storage option's value, or another scalar of the models, as SQL has it. */
export function plainText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
