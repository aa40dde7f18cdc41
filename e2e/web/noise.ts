import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeMedia, steadyTimes } from '@vigil/media/testing';

/** A video of some megabytes that takes a while to send: noise does not compress. It is removed with the returned. */
export async function makeNoise(): Promise<AsyncDisposable & { readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-noise-'));
  const file = join(folder, 'noise.mp4');
  let seed = 1;
  const noise = (): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  makeMedia(file, {
    width: 320,
    height: 240,
    times: steadyTimes(60, 10),
    paint: () => Uint8Array.from({ length: 320 * 240 * 3 }, noise),
  });
  return { file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
