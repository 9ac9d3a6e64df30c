// What differs from run to run, as words; and what a run leaves, in the words of a scenario's file.

/** Words for texts that differ from run to run, the longest text first. */
export type Words = readonly (readonly [text: string, word: string])[];

/** Words for ids of commits, in full and as they are shortened. */
export function wordsForCommits(names: ReadonlyMap<string, string>): Words {
  return [...names, ...Array.from(names, ([sha, word]) => [sha.slice(0, 7), word] as const)];
}

/** A text with words for what differs. */
export function inWords(text: string, words: Words): string {
  let result = text;
  for (const [from, to] of words) if (from !== '') result = result.replaceAll(from, to);
  return result
    .replaceAll(/plumbline \d+\.\d+\.\d+/g, 'plumbline VERSION')
    .replaceAll(/ · [\d.]+ m?s<\/sub>/g, ' · DURATION</sub>')
    .replaceAll(/\| [\d.]+ m?s \|$/gm, '| TIME |')
    .replaceAll(/"when": \d{13}/g, '"when": WHEN')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/(<!-- plumbline-suggestion v1 id=\S+) [0-9a-f]{24} -->/g, '$1 FINGERPRINT -->')
    .replaceAll(/<!-- plumbline-state: (\S+) -->/g, (_all, state: string) => readableState(state));
}

/** What our comment says about itself, as JSON in which nothing ends an HTML comment. */
function readableState(encoded: string): string {
  const json = Buffer.from(encoded, 'base64').toString('utf8').replaceAll('>', '\\u003e');
  return `<!-- plumbline-state: ${json} -->`;
}

/** `error src/schema.ts:5 (Plumbline: missing-migration): text` for a workflow command. */
export function commandInWords(command: string): string {
  const [, level = '', properties = '', message = ''] =
    /^(\w+)(?: ([^:]*))?::([^]*)$/.exec(command) ?? [];
  const property = (name: string): string | undefined =>
    unescape(new RegExp(`(?:^|,)${name}=([^,]*)`).exec(properties)?.[1]);
  const [file, line, title] = ['file', 'line', 'title'].map(property);
  const place = file === undefined ? '' : ` ${file}${line === undefined ? '' : `:${line}`}`;
  return `${level}${place}${title === undefined ? '' : ` (${title})`}: ${unescape(message) ?? ''}`;
}

const unescape = (text: string | undefined): string | undefined =>
  text
    ?.replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
