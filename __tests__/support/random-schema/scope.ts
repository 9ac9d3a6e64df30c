// What has been made so far of the wishes of one schema, for later ones to refer to.
import { quoteIdentifier } from '../../../src/schema/identity.ts';
import { keepsBase, qualified, spell } from './names.ts';
import { arrayOf, baseTypes, pick, type Type } from './types.ts';
import { choose, type Wish } from './wish.ts';

export interface Made {
  /** Tells it from all others, whatever it is called. */
  readonly path: string;
  readonly kind: string;
  /** As COMMENT ON and GRANT name it: `table "public"."t1"`. */
  readonly address: string;
}

export interface MadeType extends Made, Type {
  /** Whether virtual columns and the like, that allow only what is built in, may have it. */
  readonly builtIn: false;
}

export interface Column extends Made {
  readonly name: string;
  /** Quoted. */
  readonly sql: string;
  readonly type: Type;
  readonly collation: string;
  readonly computed: 'stored' | 'virtual' | null;
  readonly hasIdentity: boolean;
}

/** What a foreign key may refer to. */
export interface Key extends Made {
  readonly columns: readonly Column[];
  readonly deferrable: boolean;
  readonly table: Relation;
}

export interface Relation extends Made {
  readonly schema: string;
  readonly name: string;
  /** Qualified and quoted. */
  readonly sql: string;
  readonly columns: readonly Column[];
  readonly unlogged: boolean;
  /** The column that every key must contain. */
  readonly partitionedBy: Column | null;
}

export interface Routine extends Made {
  readonly sql: string;
  /** Types, as SQL. */
  readonly parameters: readonly string[];
  readonly takes: Type | null;
  readonly returns: Type | null;
}

export interface Named {
  readonly schema: string;
  readonly name: string;
  readonly sql: string;
}

export interface ScopeOptions {
  /** Set before all names that are not in a schema, and the main schema's; empty for schema public. */
  readonly prefix: string;
  readonly version: number;
}

export class Scope {
  readonly version: number;
  readonly prefix: string;
  readonly main: string;
  readonly statements: string[] = [];
  readonly schemas: (Made & { readonly name: string })[] = [];
  readonly types: MadeType[] = [];
  readonly sequences: (Made & Named)[] = [];
  readonly relations: Relation[] = [];
  readonly keys: Key[] = [];
  readonly routines: Routine[] = [];
  /** Whatever else there is, for what is attached to any object. */
  readonly others: Made[] = [];
  readonly #taken = new Set<string>();

  constructor({ prefix, version }: ScopeOptions) {
    this.prefix = prefix;
    this.version = version;
    this.main = prefix === '' ? 'public' : prefix;
    if (prefix !== '') this.say(`create schema ${quoteIdentifier(prefix)}`);
  }

  say(statement: string): void {
    this.statements.push(statement);
  }

  /** The table of this path; absent where it could not be made. */
  relation(path: string): Relation | undefined {
    return this.relations.find((relation) => relation.path === path);
  }

  tables(): Relation[] {
    return this.relations.filter(({ kind }) => kind === 'table');
  }

  everything(): Made[] {
    const columns = this.relations.flatMap((relation) => relation.columns);
    const { schemas, types, sequences, relations, keys, routines, others } = this;
    return [schemas, types, sequences, relations, columns, keys, routines, others].flat();
  }

  /** An unused name, spelled as the wish wants it. */
  name(space: string, base: string, spelling: number): string {
    const wanted = spell(base, spelling);
    const name = this.#taken.has(`${space}/${wanted}`) ? base : wanted;
    this.#taken.add(`${space}/${name}`);
    return name;
  }

  /** Whether this was asked before. */
  isTwice(what: string): boolean {
    const key = `once ${what}`;
    if (this.#taken.has(key)) return true;
    this.#taken.add(key);
    return false;
  }

  /** A name in the schema that the wish wants, which is the main one where it wants none. */
  named(wish: Wish, letter: string): Named {
    const reference = wish.answers['schema'] ?? 0;
    const schema =
      (reference === 0 ? undefined : choose(reference, this.schemas)?.name) ?? this.main;
    const name = this.name(schema, `${letter}${String(wish.key)}`, wish.answers['spelling'] ?? 0);
    return { schema, name, sql: qualified(schema, name) };
  }

  /** A name that is in no schema. */
  global(wish: Wish, letter: string): string {
    const base = `${this.prefix}${letter}${String(wish.key)}`;
    const { spelling = 0 } = wish.answers;
    // A name without its prefix may be another pair's as well.
    const kept = this.prefix === '' || keepsBase(spelling) ? spelling : 0;
    return this.name(letter, base, kept);
  }

  /** The type that a wish wants: one of ours, else one that is built in. */
  type(answers: Wish['answers']): Type {
    const user = answers['user'] ?? 0;
    const own = user === 0 ? undefined : choose(user, this.types);
    const type = own ?? pick(baseTypes, answers['type'] ?? 0);
    return answers['array'] === ARRAY && type.family !== 'array' ? arrayOf(type) : type;
  }

  /** A routine that takes a value of the type, or nothing, and gives one of the other type. */
  routine(reference: number, takes: Type | null, returns: Type): Routine | undefined {
    if (reference === 0) return undefined;
    const fitting = this.routines.filter(
      ({ kind, ...routine }) =>
        kind === 'function' &&
        routine.takes?.sql === takes?.sql &&
        routine.returns?.sql === returns.sql,
    );
    return choose(reference, fitting);
  }
}

/** The answer that makes an array of a type. */
const ARRAY = 5;

/** The path of a part of what has another path. */
export function pathOf(wish: Wish, owner: string | null): string {
  return `${owner === null ? '' : `${owner}/`}${wish.kind}${String(wish.key)}`;
}
