import { createHash, randomBytes } from 'node:crypto';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Digits of base 62 that 32 bytes need. */
const keyDigits = 43;
const keyPattern = /^vigil_[0-9A-Za-z]{43}$/;

/** A new API key: `vigil_` and 32 random bytes in base 62. */
export function generateApiKey(): string {
  let value = BigInt(`0x${randomBytes(32).toString('hex')}`);
  let text = '';
  for (let place = 0; place < keyDigits; place += 1) {
    text = digits[Number(value % 62n)] + text;
    value /= 62n;
  }
  return `vigil_${text}`;
}

/** What is stored of a key: SHA-256, lower-case hexadecimal. 256 random bits need no slow hash. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** What people recognise a key by: its first 10 characters. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, 10);
}

/** The key of an `Authorization` header; null where it holds none of ours, `undefined` header included. */
export function bearerKey(authorization: string | undefined): string | null {
  const [scheme, key, ...rest] = (authorization ?? '').trim().split(/\s+/);
  return scheme.toLowerCase() === 'bearer' && rest.length === 0 && keyPattern.test(key ?? '') ? key : null;
}
