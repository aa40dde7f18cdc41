import { Rational, type Stream } from 'node-av/lib';

/** Pixels more than this many times as wide as high, or as high as wide, are damage: no video has them. */
const mostStretched = 8;

/** Width of a stored pixel divided by its height; 1:1 where the file does not say or says what cannot be. */
export function sampleAspectRatioOf(stream: Stream): Rational {
  for (const ratio of [stream.sampleAspectRatio, stream.codecpar.sampleAspectRatio]) {
    const { num, den } = ratio;
    if (num > 0 && den > 0 && num <= mostStretched * den && den <= mostStretched * num) return new Rational(num, den);
  }
  return new Rational(1, 1);
}
