import { extensionOf } from '../corpus-folder.ts';
import type { SeededRandom } from '../random.ts';
import type { GroupMaterial } from './group.ts';

/** Parts of a file in which bits flip, as fractions of its length, and how many bytes of 1000 are hit. */
const damages = [
  { what: 'first 64 bytes', from: 0, to: 64, perThousand: 60 },
  { what: 'first 2 kB', from: 0, to: 2048, perThousand: 5 },
  { what: 'last 4 kB', from: -4096, to: 0, perThousand: 10 },
  { what: 'everywhere, few', from: 0, to: 0, perThousand: 0.5 },
  { what: 'everywhere, many', from: 0, to: 0, perThousand: 30 },
  { what: 'payload', from: 3000, to: -3000, perThousand: 3 },
] as const;

/**
 * Bits that a bad disk or a bad line turned, in headers, payloads and indices of every seed.
 *
 * @param corpusSize Files of the corpus with these, which fill it up.
 */
export function addFlippedBits({ corpus, seeds, random }: GroupMaterial, corpusSize: number): void {
  for (const damage of damages) {
    for (const name of seeds.names) {
      if (corpus.entries.length >= corpusSize) return;
      const bytes = seeds.copy(name);
      flip(bytes, damage, random);
      corpus.add('flipped-bits', `${name}: ${damage.what}`, extensionOf(name), bytes);
    }
  }
}

function flip(bytes: Buffer, damage: (typeof damages)[number], random: SeededRandom): void {
  const start = damage.from < 0 ? Math.max(0, bytes.length + damage.from) : Math.min(damage.from, bytes.length);
  const end = damage.to <= 0 ? bytes.length + damage.to : Math.min(damage.to, bytes.length);
  const length = Math.max(1, end - start);
  const count = Math.max(1, Math.round((length * damage.perThousand) / 1000));
  for (let i = 0; i < count; i += 1) {
    const at = Math.min(bytes.length - 1, start + random.below(length));
    bytes[at] ^= 1 << random.below(8);
  }
}
