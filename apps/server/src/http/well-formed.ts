import { VigilError } from '@vigil/contracts';

const deepest = 24;

/**
 * Refuses values that no schema speaks of and every store treats in its own way: NUL characters, halves of surrogate pairs, deep nesting.
 *
 * @param where Part of the request, for the message.
 * @throws VigilError `bad-request`
 */
export function requireWellFormed(value: unknown, where: string, depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new VigilError('bad-request', `${where} holds a NUL character`, { where });
    if (!value.isWellFormed()) throw new VigilError('bad-request', `${where} holds half of a surrogate pair`, { where });
    return;
  }
  if (typeof value !== 'object' || value === null || !isPlain(value)) return;
  if (depth >= deepest) throw new VigilError('bad-request', `${where} is nested more than ${deepest} deep`, { where, deepest });
  const below = depth === 0 ? where : where.slice(0, 200);
  if (Array.isArray(value)) {
    value.forEach((item, index) => requireWellFormed(item, `${below}/${index}`, depth + 1));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    requireWellFormed(key, `a name in ${below}`, depth + 1);
    requireWellFormed(item, `${below}/${key.slice(0, 100)}`, depth + 1);
  }
}

/** Streams and parsed forms are looked at by those who read them. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    Array.isArray(value) || prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
  );
}
