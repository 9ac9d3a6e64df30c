// Runs inside the sandbox. A library's result as JSON, of own properties only: no `toJSON`, no
// inherited property, nothing that code in the sandbox could have put on a prototype.

const { stringify } = JSON;
const { keys } = Object;
const { isArray } = Array;
const DEPTH_LIMIT = 200;

/** `JSON.stringify` that can't be led astray; refuses what is too deep (a cycle) or no data. */
export function encode(value: unknown, depth = 0): string {
  if (depth > DEPTH_LIMIT) throw new TypeError('the result is too deep to be data');
  switch (typeof value) {
    case 'string':
      return stringify(value);
    case 'number':
      return value - value === 0 ? `${value}` : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    case 'undefined':
      return 'null';
    case 'object':
      return value === null ? 'null' : encodeObject(value, depth + 1);
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new TypeError(`a result can't hold a ${typeof value}`);
  }
}

function encodeObject(value: object, depth: number): string {
  if (isArray(value)) return encodeArray(value, depth);
  let text = '';
  // By index: what a `for … of` goes through could have been replaced.
  const names = keys(value);
  for (let index = 0, count = names.length; index < count; index += 1) {
    const name = names[index] ?? '';
    const each = (value as Record<string, unknown>)[name];
    if (each === undefined) continue;
    if (text !== '') text += ',';
    text += `${stringify(name)}:${encode(each, depth)}`;
  }
  return `{${text}}`;
}

function encodeArray(value: readonly unknown[], depth: number): string {
  let text = '';
  for (let index = 0; index < value.length; index += 1)
    text += (index === 0 ? '' : ',') + encode(value[index], depth);
  return `[${text}]`;
}
