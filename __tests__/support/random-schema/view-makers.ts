// Views over tables and over other views.
import { list, some } from './constraint-makers.ts';
import type { Maker } from './maker.ts';
import { spellings } from './names.ts';
import { pathOf, type Column, type Relation, type Scope } from './scope.ts';
import { condition, isComparable, pick } from './types.ts';
import { choose, type Wish } from './wish.ts';

const questions = {
  spelling: spellings,
  schema: 'reference',
  source: 'reference',
  other: 'reference',
  shape: 8,
  count: 3,
  condition: 3,
  options: 5,
  first: 'reference',
  second: 'reference',
  third: 'reference',
} as const;

const view: Maker = {
  kind: 'view',
  within: null,
  weight: 5,
  questions,
  make: (wish, scope) => {
    const options = pick(
      ['', '', ' with (security_barrier=true)', ' with (security_invoker=true)', ''],
      wish.answers['options'] ?? 0,
    );
    const select = selectOf(wish, scope);
    if (!select) return;
    const checked = wish.answers['options'] === 4 && isUpdatable(wish, select.source);
    makeView(wish, scope, { select, options, checked });
  },
};

const materializedView: Maker = {
  kind: 'materialized view',
  within: null,
  weight: 2,
  questions,
  make: (wish, scope) => {
    const options = wish.answers['options'] === 4 ? ' with (fillfactor=70)' : '';
    const select = selectOf(wish, scope);
    if (select) makeView(wish, scope, { select, options, checked: false });
  },
};

/** Only what selects from a table without more takes WITH CHECK OPTION. */
function isUpdatable(wish: Wish, source: Relation): boolean {
  return source.kind === 'table' && (wish.answers['shape'] ?? 0) < 3;
}

interface Select {
  readonly text: string;
  readonly columns: readonly Column[];
  readonly source: Relation;
}

interface ViewOf {
  readonly select: Select;
  readonly options: string;
  readonly checked: boolean;
}

function makeView(wish: Wish, scope: Scope, { select, options, checked }: ViewOf): void {
  const named = scope.named(wish, wish.kind === 'view' ? 'v' : 'm');
  const path = pathOf(wish, null);
  const check = checked ? ' with local check option' : '';
  scope.say(`create ${wish.kind} ${named.sql}${options} as ${select.text}${check}`);
  const columns = select.columns.map((column) => ({
    ...column,
    path: `${path}/${column.path}`,
    address: `column ${named.sql}.${column.sql}`,
    computed: null,
  }));
  scope.relations.push({
    ...named,
    path,
    kind: wish.kind,
    address: `${wish.kind} ${named.sql}`,
    columns,
    unlogged: false,
    partitionedBy: null,
  });
}

function selectOf(wish: Wish, scope: Scope): Select | null {
  const { answers } = wish;
  const sources = scope.relations.filter(
    (relation) => relation.columns.length > 0 && !(wish.kind !== 'view' && relation.unlogged),
  );
  const source = choose(answers['source'] ?? 0, sources);
  if (!source) return null;
  const columns = some(wish, source.columns, (answers['count'] ?? 0) + 1);
  const shaped = shape(wish, { source, columns, sources });
  return shaped ?? { source, columns, text: `select ${list(columns)} from ${source.sql}` };
}

interface From {
  readonly source: Relation;
  readonly columns: readonly Column[];
  readonly sources: readonly Relation[];
}

/** What is more than a list of columns, where the columns allow it. */
function shape({ answers }: Wish, { source, columns, sources }: From): Select | null {
  const [first] = columns;
  if (!first) return null;
  const where = condition(first.sql, first.type, answers['condition'] ?? 0);
  const from = `from ${source.sql}`;
  const comparable = columns.every(({ type }) => isComparable(type));
  const other = choose(answers['other'] ?? 0, sources);
  switch (answers['shape']) {
    case 1:
    case 2:
      return { source, columns, text: `select ${list(columns)} ${from} where ${where}` };
    case 3:
      return { source, columns, text: `select x.* from (select ${list(columns)} ${from}) x` };
    case 4:
      if (!comparable) return null;
      return {
        source,
        columns,
        text: `select ${list(columns)} ${from} group by ${list(columns)} having count(*) > 1`,
      };
    case 5: {
      if (!other) return null;
      const own = columns.map(({ sql }) => `a.${sql}`).join(', ');
      return { source, columns, text: `select ${own} ${from} a, ${other.sql} b` };
    }
    case 6:
      if (!comparable) return null;
      return {
        source,
        columns,
        text: `with w as (select ${list(columns)} ${from}) select ${list(columns)} from w union select ${list(columns)} from w`,
      };
    case 7:
      return { source, columns, text: `select ${list(columns)} ${from} limit 5` };
    default:
      return null;
  }
}

export const viewMakers: readonly Maker[] = [view, materializedView];
