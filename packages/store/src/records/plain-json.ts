import { VigilError } from '@vigil/contracts';

/**
 * A copy of a value of JSON in which nothing is left that a store could change: fields without a value are gone, -0 is 0, and half
 * characters (lone surrogates) are U+FFFD.
 *
 * @param of What it is a record of, for the message.
 * @throws VigilError `bad-request` for what is no value of JSON, such as a number that is not finite
 */
export function plainJson(value: unknown, of: string): unknown {
  return plainCopy(value, of, '');
}

function plainCopy(value: unknown, of: string, path: string): unknown {
  switch (typeof value) {
    case 'string':
      return value.toWellFormed();
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value === 0 ? 0 : value;
      throw notJson(of, path, String(value));
    case 'object':
      if (value === null) return null;
      if (Array.isArray(value)) return value.map((item, index) => plainCopy(item, of, `${path}.${index}`));
      return plainObject(value, of, path);
    default:
      throw notJson(of, path, typeof value);
  }
}

function plainObject(value: object, of: string, path: string): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(of, path, value.constructor.name);
  // `fromEntries` defines keys such as `__proto__` as plain fields.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key.toWellFormed(), plainCopy(item, of, `${path}.${key}`)]),
  );
}

function notJson(of: string, path: string, what: string): VigilError {
  const field = path.slice(1) || 'record';
  return new VigilError('bad-request', `this is no record of ${of}: ${field}: ${what} is no value of JSON`, {
    of,
  });
}
