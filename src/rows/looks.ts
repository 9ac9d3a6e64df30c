// What a text holds, going by its column's name: data that looks like what people keep there, another
// value for each row, and convertible to the type that such a column is likely to become.
import { createHash } from 'node:crypto';

const GIVEN = [
  'Ada',
  'Ben',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Grace',
  'Hana',
  'Ivan',
  'Jun',
  'Kofi',
  'Lena',
  'Mateo',
  'Nadia',
  'Omar',
  'Priya',
  'Quinn',
];
const FAMILY = [
  'Lindholm',
  'Okafor',
  'Nakamura',
  'Silva',
  'Novak',
  'Haddad',
  'Meyer',
  'Castro',
  'Dubois',
  'Kaya',
  'Larsen',
];
const THINGS = [
  'Harbour',
  'Lantern',
  'Meadow',
  'Compass',
  'Orchard',
  'Signal',
  'Copper',
  'Willow',
  'Summit',
  'Canvas',
  'Ember',
  'River',
  'Anchor',
];
const COUNTRIES = ['DE', 'FR', 'PT', 'JP', 'BR', 'KE', 'CA', 'IN', 'SE', 'US', 'PL', 'NZ'];
const CURRENCIES = ['EUR', 'USD', 'JPY', 'SEK', 'INR', 'BRL', 'PLN'];
const LOCALES = ['en', 'de', 'fr', 'pt', 'ja', 'sv', 'pl'];
const ZONES = ['Europe/Berlin', 'Asia/Tokyo', 'America/Sao_Paulo', 'Africa/Nairobi', 'UTC'];
const CITIES = ['Porto', 'Nairobi', 'Kyoto', 'Malmö', 'Lyon', 'Recife', 'Halifax'];
const WORDS = ['new', 'open', 'review', 'done', 'closed'];

/** The first day of the times that rows carry. */
const FIRST_DAY = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;

type Look = (n: number) => string;

/** By name of the column. `few` repeat after some rows: not for what must be unique. */
const LOOKS: readonly { readonly name: RegExp; readonly look: Look; readonly few?: true }[] = [
  { name: /e_?mail/, look: (n) => `${part(GIVEN, n).toLowerCase()}.${n}@example.com` },
  {
    name: /(^|_)(url|uri|link|href|website|homepage|avatar|image|logo|icon|picture)(_|$)/,
    look: (n) => `https://example.com/item/${n}`,
  },
  { name: /(^|_)(uuid|guid)$/, look: (n) => uuidOf('text', n) },
  { name: /(^|_)(ip|ip_address)$/, look: (n) => `10.${byte(n, 2)}.${byte(n, 1)}.${byte(n, 0)}` },
  { name: /phone|mobile|(^|_)fax$/, look: (n) => `+4930${String(1_000_000 + n)}` },
  {
    name: /(^|_)(count|qty|quantity|amount|price|cost|total|number|num|age|year|size|score|position|rank|weight|zip|postal_code|postcode|limit|duration|percent|rate)$/,
    look: String,
  },
  {
    name: /(_at|_on|_date|_time|_until)$|^(date|timestamp|time|day)$|birthday/,
    look: (n) => momentText(n),
  },
  {
    name: /^(is|has|can|should|allow)_|(^|_)(enabled|active|disabled|visible|public|verified|archived)$/,
    look: (n) => (n % 2 === 1 ? 'true' : 'false'),
    few: true,
  },
  {
    name: /json|metadata|payload|settings|config|options|preferences|(^|_)(data|props|properties|attributes|context)$/,
    look: (n) => `{"n": ${n}}`,
  },
  { name: /country(_code)?$/, look: (n) => part(COUNTRIES, n), few: true },
  { name: /currency(_code)?$/, look: (n) => part(CURRENCIES, n), few: true },
  { name: /locale|language|(^|_)lang$/, look: (n) => part(LOCALES, n), few: true },
  { name: /time_?zone|(^|_)tz$/, look: (n) => part(ZONES, n), few: true },
  { name: /(^|_)city$/, look: (n) => `${part(CITIES, n)} ${n}` },
  { name: /colou?r$/, look: (n) => `#${(0x224466 + n * 4099).toString(16).slice(-6)}` },
  {
    name: /hash|token|secret|password|digest|signature|checksum|fingerprint|(^|_)(key|api_key)$/,
    look: (n) => digest('text', n),
  },
  {
    name: /slug|handle|username|user_name|login|subdomain/,
    look: (n) => `${part(THINGS, n).toLowerCase()}-${n}`,
  },
  {
    name: /domain|hostname|(^|_)host$/,
    look: (n) => `${part(THINGS, n).toLowerCase()}-${n}.example.com`,
  },
  { name: /first_?name|given_?name/, look: (n) => `${part(GIVEN, n)} ${n}` },
  { name: /last_?name|family_?name|surname/, look: (n) => `${part(FAMILY, n)} ${n}` },
  {
    name: /^(full_?)?name$|(display|contact|author|customer)_?name/,
    look: (n) => `${part(GIVEN, n)} ${part(FAMILY, n)} ${n}`,
  },
  {
    name: /status|state|(^|_)(type|kind|role|category|level|mode|stage|tier|plan|provider|source)$/,
    look: (n) => part(WORDS, n),
    few: true,
  },
  { name: /^id$|_id$|^(id|key)_|Id$|_key$/, look: (n) => uuidOf('text', n) },
  { name: /version/, look: (n) => `1.${n}.0` },
  { name: /path|file/, look: (n) => `/files/${part(THINGS, n).toLowerCase()}/${n}.txt` },
  { name: /mime|content_type|media_type/, look: () => 'text/plain', few: true },
  {
    name: /description|body|content|message|comment|note|summary|text|bio|reason|error/,
    look: (n) =>
      `${part(THINGS, n)} and ${part(THINGS, n + 5).toLowerCase()}, as agreed on day ${n}.`,
  },
];

const part = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const byte = (n: number, index: number): number => Math.floor(n / 256 ** index) % 256;

/** The text of a row in a column of that name. */
export function lookOf(name: string, n: number, distinct: boolean): string {
  const snake = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  const found = LOOKS.find((one) => one.name.test(snake) && !(distinct && one.few === true));
  return found ? found.look(n) : `${part(THINGS, n)} ${n}`;
}

/** A short text of letters and digits, another one for each number below 36 to the power of `length`. */
export function shortText(n: number, length: number): string {
  return n.toString(36).padStart(length, 'a').slice(-length);
}

function digest(seed: string, n: number): string {
  return createHash('md5').update(`${seed} ${n}`).digest('hex');
}

/** A random UUID by its form, the same one for a seed and a number. */
export function uuidOf(seed: string, n: number): string {
  const hex = digest(seed, n);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Milliseconds of a row's time: a day each, and later within the day for later columns. */
export function momentOf(n: number, column: number): number {
  return FIRST_DAY + n * DAY + (8 * 60 + (column % 500)) * 60_000;
}

/** `2025-01-07 08:12:00.123456+00` */
function momentText(n: number): string {
  return `${timeText(momentOf(n, 0))}+00`;
}

/** `2025-01-07 08:12:00.123456`: more digits than JavaScript's Date holds. */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .replace('T', ' ')
    .replace('Z', '')
    .replace('.000', '.123456');
}
