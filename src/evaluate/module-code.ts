// What the compiler tells the linker about a module. Types only: one side runs in Node, the other in
// the sandbox.

/** Line and column, 1-based; the file is known from the module. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** One piece of a module that is evaluated at once: a declaration, or a statement with effects. */
export interface UnitCode extends Spot {
  /** Top-level names it declares. */
  readonly names: readonly string[];
  /** Its function returns an object of the values by name instead of the one value. */
  readonly many: boolean;
  /** Top-level names whose values it may change without declaring them. */
  readonly mutates: readonly string[];
}

export interface BindingCode extends Spot {
  readonly name: string;
  /** Index of the unit that declares it; -1 for an import. */
  readonly unit: number;
  /** Declared with `let` or `var`, or a function: may be assigned to. */
  readonly mutable: boolean;
  /** Units that must have run, in order, before the value is what a reader would see. */
  readonly schedule: readonly number[];
}

export interface ImportCode extends Spot {
  readonly local: string;
  readonly specifier: string;
  /** Exported name there; `*` for the namespace, `=` for what `require` gives. */
  readonly name: string;
}

export interface ReexportCode extends Spot {
  readonly name: string;
  readonly specifier: string;
  /** Exported name there; `*` for the namespace. */
  readonly imported: string;
}

export interface ModuleCode {
  readonly format: 'module' | 'commonjs' | 'json';
  readonly units: readonly UnitCode[];
  readonly bindings: readonly BindingCode[];
  readonly imports: readonly ImportCode[];
  readonly exports: readonly { readonly name: string; readonly local: string }[];
  readonly reexports: readonly ReexportCode[];
  readonly stars: readonly (Spot & { readonly specifier: string })[];
  /** Why the module can't be evaluated at all; its exports are unknown then. */
  readonly broken: (Spot & { readonly message: string }) | null;
}

/** Local name of the value that `export default` gives. */
export const DEFAULT_LOCAL = '*default*';

/** What a specifier stands for, seen from one file. */
export type Resolution =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'library'; readonly library: string; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** The settings the runtime starts with. */
export interface RuntimeSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** The global of each library, by the library's name. */
  readonly libraries: Readonly<Record<string, string>>;
}
