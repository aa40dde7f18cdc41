import { VigilError } from '@vigil/contracts';
import type { CollectionName } from '../collection-declaration.ts';
import type { ListOrder } from '../port/record-collection.ts';

/**
 * Names the place after a record of a list.
 *
 * @param position What the adapter needs to go on there, such as sort key and id.
 */
export function encodeCursor(collection: CollectionName, order: ListOrder, position: readonly string[]): string {
  return Buffer.from(JSON.stringify([collection, order, ...position]), 'utf8').toString('base64url');
}

/**
 * Reads what {@link encodeCursor} made for the same list.
 *
 * @param length How many texts the position has.
 * @throws VigilError `bad-request` for anything else
 */
export function decodeCursor(cursor: string, collection: CollectionName, order: ListOrder, length: number): readonly string[] {
  const [name, direction, ...position] = parseTexts(cursor);
  if (name !== collection || direction !== order || position.length !== length) throw unknownCursor();
  return position;
}

/** The error for a cursor that no list gave out. */
export function unknownCursor(): VigilError {
  return new VigilError('bad-request', 'the cursor is none of this list: ask for the first page without one');
}

function parseTexts(cursor: string): readonly string[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw unknownCursor();
  }
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) throw unknownCursor();
  return parts;
}
