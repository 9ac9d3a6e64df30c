// SQL over the catalog that several kinds spell in the same way.

/** The name of a function, in full: how much of it is needed may change with others of that name. */
export const functionName = (oid: string): string =>
  `(select quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
    from pg_proc f join pg_namespace fn on fn.oid = f.pronamespace where f.oid = ${oid})`;

/** The name of an operator as a statement refers to it. */
export const operatorName = (oid: string): string =>
  `(select 'OPERATOR(' || quote_ident(s.nspname) || '.' || r.oprname || ')'
    from pg_operator r join pg_namespace s on s.oid = r.oprnamespace where r.oid = ${oid})`;

/** How a trigger, event trigger or rule is enabled, from its code. */
export const enabledState = (code: string): string =>
  `case ${code} when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' else 'origin' end`;
