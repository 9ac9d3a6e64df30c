// Which extensions the declared types, operator classes and functions come from.
import type { Declarations } from './declarations.ts';

/** Words that only an extension brings, most asked for first. */
const words: readonly (readonly [string, RegExp])[] = [
  ['vector', /\b(?:vector|halfvec|sparsevec)(?:_\w+_ops)?\b/],
  ['pg_trgm', /\b(?:gin|gist)_trgm_ops\b|\b(?:word_|strict_word_)?similarity\s*\(/],
  ['citext', /\bcitext\b/],
  ['hstore', /\bhstore\b/],
  ['ltree', /\blx?tree\b|\bltxtquery\b/],
  ['cube', /\bcube\b/],
  ['postgis', /\b(?:geometry|geography)\b/],
  ['uuid-ossp', /\buuid_generate_v[1345](?:mc)?\b/],
  ['pgcrypto', /\b(?:gen_random_bytes|digest|hmac|crypt|gen_salt|pgp_sym_\w+)\s*\(/],
  ['unaccent', /\bunaccent\s*\(/],
  ['intarray', /\bgin?__int_ops\b|\bgist__int(?:big)?_ops\b/],
];

/** Methods whose default operator classes for scalars come from an extension. */
const scalarMethods: Readonly<Record<string, string>> = { gin: 'btree_gin', gist: 'btree_gist' };

/** Types that gin and gist index on their own. */
const ownTypes =
  /\[|json|tsvector|tsquery|range|point|box|circle|polygon|inet|hstore|ltree|cube|geo/;

export function neededExtensions(declarations: Declarations): string[] {
  const texts = textsOf(declarations);
  const found = words.filter(([, word]) => texts.some((text) => word.test(text)));
  return [...found.map(([name]) => name), ...scalarIndexes(declarations)];
}

function textsOf(declarations: Declarations): string[] {
  const texts: string[] = [];
  for (const table of declarations.tables) {
    for (const column of table.columns) {
      if (column.enumSchema === null) texts.push(column.type.toLowerCase());
      texts.push(column.default?.sql ?? '', column.generated?.sql ?? '');
    }
    for (const check of table.checks) texts.push(check.value.sql);
    for (const index of table.indexes) {
      texts.push(index.where?.sql ?? '');
      for (const column of index.columns) {
        texts.push(column.operatorClass ?? '', column.isExpression ? column.value.sql : '');
      }
    }
  }
  // A quoted name is a column's or a table's, and a string's content is data.
  return texts.map((text) => text.replace(/"[^"]*"|'[^']*'/g, ''));
}

function scalarIndexes(declarations: Declarations): string[] {
  const needed = new Set<string>();
  for (const table of declarations.tables) {
    const types = new Map(table.columns.map((column) => [column.name, column.type.toLowerCase()]));
    for (const index of table.indexes) {
      const extension = scalarMethods[index.method];
      const scalar = index.columns.some(
        (column) =>
          column.operatorClass === null &&
          !column.isExpression &&
          !ownTypes.test(types.get(column.value.sql) ?? '['),
      );
      if (extension !== undefined && scalar) needed.add(extension);
    }
  }
  return [...needed];
}
