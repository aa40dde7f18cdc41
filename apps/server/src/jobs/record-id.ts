import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '@vigil/store';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new identifier in the manner of a ULID: 48 bits of time, 80 bits of chance, 26 digits of Crockford's base 32. */
export function newRecordId(clock: Clock): string {
  let time = '';
  for (let milliseconds = clock(), i = 0; i < 10; i += 1, milliseconds = Math.floor(milliseconds / 32)) {
    time = digits[milliseconds % 32] + time;
  }
  // 32 divides 256, so every digit is as likely
  return time + [...randomBytes(16)].map((byte) => digits[byte % 32]).join('');
}

/** The identifier that belongs to a key: whoever asks twice for the same gets the same. */
export function recordIdOf(key: string): string {
  return [...createHash('sha256').update(key).digest().subarray(0, 26)].map((byte) => digits[byte % 32]).join('');
}
