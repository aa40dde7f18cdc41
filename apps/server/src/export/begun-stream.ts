import { Readable } from 'node:stream';

/**
 * A stream of what a generator makes, its first part made already: what keeps it from beginning is thrown here, while a reply can still
 * be an error, rather than breaking the reply off.
 */
export async function begunStream(parts: AsyncGenerator<string>): Promise<Readable> {
  const first = await parts.next();
  return Readable.from(whole(first, parts));
}

async function* whole(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
