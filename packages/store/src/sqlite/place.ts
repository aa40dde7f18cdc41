import { VigilError } from '@vigil/contracts';

/** Records of one millisecond that keep their order; further ones are sorted into the next. */
const placesOfMillisecond = 32_768n;

/** A range of places; `from` is included, `before` is not. */
export interface PlaceRange {
  readonly from: bigint;
  readonly before: bigint;
}

/**
 * Places of the records of one time. All times that a record can hold (years 0 to 9999) give places of 64 bits.
 *
 * @throws VigilError `bad-request` for a text that is no time
 */
export function placesOf(timestamp: string): PlaceRange {
  const milliseconds = Date.parse(timestamp);
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) >= 2 ** 48) {
    throw new VigilError('bad-request', `"${timestamp.slice(0, 40)}" is no time: give one such as 2026-01-31T08:00:00.000Z`);
  }
  const from = BigInt(milliseconds) * placesOfMillisecond;
  return { from, before: from + placesOfMillisecond };
}

/** The place that a text names; null where it names none. */
export function parsePlace(text: string): bigint | null {
  if (!/^-?\d{1,19}$/.test(text)) return null;
  const place = BigInt(text);
  return BigInt.asIntN(64, place) === place ? place : null;
}
