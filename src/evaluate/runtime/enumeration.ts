// Runs inside the sandbox. TypeScript's enums: numbers count up and map back, strings don't.

interface Members {
  /** What the members' initialisers see: earlier members by name, and the enum itself. */
  readonly names: Record<string, unknown>;
  add(...member: [name: string, value?: unknown]): void;
}

/** Builds an enum, or adds to one that an earlier declaration made. */
export function enumeration(
  fill: (members: Members) => void,
  name: string,
  existing: Record<string, unknown> = {},
): Record<string, unknown> {
  const names = Object.assign(Object.create(null), existing) as Record<string, unknown>;
  names[name] = existing;
  let next: unknown = 0;
  fill({
    names,
    add(...member) {
      const [key] = member;
      const value = member.length > 1 ? member[1] : next;
      existing[key] = value;
      names[key] = value;
      if (typeof value === 'number') existing[String(value)] = key;
      next = typeof value === 'number' ? value + 1 : undefined;
    },
  });
  return existing;
}
