// Words of other databases: what PostgreSQL's parser refuses, and types and functions that it takes for
// names of the project's own.
import { nodesIn, wordsOf, type Fields } from './parsed.ts';

const WORDS =
  'datetime|tinyint|mediumint|mediumtext|longtext|tinytext|(?:tiny|medium|long)?blob|nvarchar2?|varchar2|' +
  'uniqueidentifier|ifnull|getdate|sysdate|strftime|unixepoch|julianday|last_insert_rowid|auto_increment|' +
  'autoincrement|crdb_internal|unique_rowid';
const WORD = new RegExp(`^(?:${WORDS})$`, 'i');
const ANYWHERE = new RegExp(`\\b(?:${WORDS})\\b`, 'i');

/** Whether text that doesn't parse has such a word; it is without comments, literals and quoted names. */
export const hasForeignWord = (code: string): boolean => ANYWHERE.test(code);

/** Tells of each statement's tree, in their order, whether it uses a foreign type or function that none made. */
export function foreignWords(): (node: Fields | undefined) => boolean {
  const made = new Set<string>();
  return (node) => {
    for (const name of madeBy(node ?? {})) made.add(name);
    return [...nodesIn(node)]
      .flatMap(([, { names, funcname }]) => [...wordsOf(names), ...wordsOf(funcname)])
      .some((name) => WORD.test(name) && !made.has(name));
  };
}

/** Functions, domains, enums and composite types. */
const madeBy = ({ funcname, domainname, typeName, typevar }: Fields): string[] => [
  ...wordsOf(funcname),
  ...wordsOf(domainname),
  ...wordsOf(typeName),
  typevar?.relname ?? '',
];
