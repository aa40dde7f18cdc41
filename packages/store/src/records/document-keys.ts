/**
 * A JSON value whose keys every document database takes: `.`, `$`, `%`, NUL and the empty key are written as `%` and two hexadecimal
 * digits (`%` alone for the empty one). Values are left as they are.
 */
export function escapeKeys(value: unknown): unknown {
  return mapKeys(value, (key) =>
    key === '' ? '%' : key.replace(/[.$%\0]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`),
  );
}

/** The value that {@link escapeKeys} was given. */
export function unescapeKeys(value: unknown): unknown {
  return mapKeys(value, (key) =>
    key === '%' ? '' : key.replace(/%([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
  );
}

function mapKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), mapKeys(item, rename)]));
}
