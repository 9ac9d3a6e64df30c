// The databases template0 and template1 within a copy of a data directory: half of its files, and nobody
// needs them but CREATE DATABASE.

/** Tar's own unit. */
const BLOCK = 512;

/** Oids 1 and 4 are those of every cluster (pg_database.dat). What marks their directories stays. */
const TEMPLATE = /^(?:\.?\/)?base\/[14]\/(?!PG_VERSION$)./;

/** The tar without the files of the template databases. */
export function withoutTemplates(tar: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(tar.buffer, tar.byteOffset, tar.length);
  const text = (from: number, length: number): string =>
    bytes.toString('latin1', from, from + length).replace(/\0.*$/s, '');
  const kept: Buffer[] = [];
  let at = 0;
  for (let name = text(0, 100); name !== ''; name = text(at, 100)) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const end = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (!TEMPLATE.test(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  // The two empty blocks that end it.
  kept.push(bytes.subarray(at));
  const lean = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of kept) {
    lean.set(part, filled);
    filled += part.length;
  }
  return lean;
}

/** Whether SQL may ask for what `withoutTemplates` leaves out. */
export function mayNeedTemplates(sql: string): boolean {
  return /\bdatabase\b/i.test(sql);
}
