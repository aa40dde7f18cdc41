import { VigilError } from '@vigil/contracts';

const largestSeed = 2 ** 32 - 1;

/**
 * Reads the seed of the demo's scene.
 *
 * @throws VigilError `bad-request`
 */
export function parseSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed <= largestSeed) return seed;
  throw new VigilError(
    'bad-request',
    `--seed ${JSON.stringify(text)} is no seed; write a whole number from 0 to ${largestSeed}`,
    {
      seed: text,
    },
  );
}
