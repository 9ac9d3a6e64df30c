// What a migration's name begins with, by drizzle-kit's `migrations.prefix` or by the names so far.

export const prefixStyles = ['index', 'timestamp', 'supabase', 'unix', 'none'] as const;
export type PrefixStyle = (typeof prefixStyles)[number];

export function prefixStyleOf(
  entries: readonly { readonly tag: string }[],
  configured: PrefixStyle | null,
): PrefixStyle {
  if (configured !== null) return configured;
  const last = entries.at(-1)?.tag ?? '0000_';
  if (/^\d{14}_/.test(last)) return 'timestamp';
  if (/^\d{10}_/.test(last)) return 'unix';
  return last.startsWith('_') ? 'none' : 'index';
}

export function prefixOf(style: PrefixStyle, idx: number, now: number): string {
  switch (style) {
    case 'index':
      return idx.toFixed(0).padStart(4, '0');
    case 'timestamp':
    case 'supabase':
      return stamp(now);
    case 'unix':
      return String(Math.floor(now / 1000));
    case 'none':
      return '';
  }
}

/** `20251122132011`, UTC. */
export function stamp(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}
