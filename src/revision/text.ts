// The one border where bytes become text: size and encoding are checked here.
import { UnreadableFile } from './revision.ts';

/** Larger files are never models or migrations that a person wrote. */
export const maxFileBytes = 32 * 1024 * 1024;

/** Decodes a file's bytes. Throws `UnreadableFile` for what is too large, binary or not UTF-8. */
export function decode(path: string, bytes: Uint8Array): string {
  if (bytes.length > maxFileBytes) throw tooLarge(path, bytes.length);
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new UnreadableFile(path, 'this is a binary file, not text');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(path, 'this file is not UTF-8 text');
  }
}

/** The error for a file above the limit. */
export function tooLarge(path: string, size: number): UnreadableFile {
  const megabytes = (size / 1024 / 1024).toFixed(0);
  return new UnreadableFile(path, `${megabytes} MB is more than the limit of 32 MB for one file`);
}
