// Fills in what stands for values in SQL files.
import type { Filled } from './format.ts';

type Values = Readonly<Record<string, string>>;

/** `${NAME}`, `${NAME:-default}` and `$NAME`; https://github.com/mfridman/interpolate says which forms there are. */
const VARIABLE = /\$\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|(?<![\w$])\$([A-Za-z_]\w*)(?![\w$]*\$)/g;

/** Fills in variables of the environment, as shells write them. Tags of dollar-quoted text are none. */
export function fillEnvironment(sql: string, values: Values): Filled {
  const unknown: string[] = [];
  const filled = sql.replaceAll(
    VARIABLE,
    (whole, braced?: string, fallback?: string, bare?: string) => {
      const name = braced ?? bare ?? '';
      const value = values[name] ?? fallback;
      if (value === undefined) unknown.push(name);
      return value ?? whole;
    },
  );
  return { sql: filled, unknown };
}

/** `${name}`; https://documentation.red-gate.com/fd/placeholders-224919608.html. */
const PLACEHOLDER = /\$\{([\w:.-]+)\}/g;
/** `:NAME`; https://github.com/graphile/migrate#configuration, under `placeholders`. */
export const COLON_NAME = /(?<![:\w]):([A-Z][A-Z\d_]*)\b/g;

/** Fills in what the pattern finds, whose group is the name. */
export function fillPlaceholders(sql: string, values: Values, pattern = PLACEHOLDER): Filled {
  const unknown: string[] = [];
  const filled = sql.replaceAll(pattern, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) unknown.push(name);
    return value ?? whole;
  });
  return { sql: filled, unknown };
}
