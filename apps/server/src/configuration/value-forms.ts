import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import type { ValueForm } from './environment-reader.ts';

/** Any text. */
export const text: ValueForm<string> = (given) => given;

/** A text of at least so many characters. */
export function textOfLength(least: number): ValueForm<string> {
  return (given) => {
    if (given.length < least) throw new Error(`at least ${least} characters long, not ${given.length}`);
    return given;
  };
}

/** One of some words. */
export function oneOf<const Word extends string>(words: readonly Word[]): ValueForm<Word> {
  return (given) => {
    const found = words.find((word) => word === given);
    if (found === undefined) throw new Error(`one of ${words.join(', ')}`);
    return found;
  };
}

/** A whole number within limits. */
export function wholeNumber(least: number, most: number): ValueForm<number> {
  return (given) => {
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    if (!(value >= least && value <= most)) throw new Error(`a whole number from ${least} to ${most}`);
    return value;
  };
}

const unitBytes: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  t: 1e12,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
  ti: 2 ** 40,
};

/** A size such as `500MB`, `2GiB` or `1048576`, in bytes. */
export const size: ValueForm<number> = (given) => {
  const parts = /^(\d+(?:\.\d+)?)\s*([kmgt]?i?)b?$/i.exec(given.trim());
  const factor = parts ? unitBytes[parts[2].toLowerCase()] : undefined;
  const bytes = parts && factor !== undefined ? Math.floor(Number(parts[1]) * factor) : Number.NaN;
  if (!(bytes > 0 && Number.isSafeInteger(bytes))) throw new Error('a size above 0, such as 500MB or 2GiB');
  return bytes;
};

/** `true` or `false`, in the usual spellings. */
export const truth: ValueForm<boolean> = (given) => {
  if (/^(true|1|yes|on)$/i.test(given)) return true;
  if (/^(false|0|no|off)$/i.test(given)) return false;
  throw new Error('true or false');
};

/** A folder, as an absolute path. */
export const folder: ValueForm<string> = (given) => (isAbsolute(given) ? given : resolve(given));

/** An address with one of some schemes. */
export function address(schemes: readonly string[]): ValueForm<string> {
  return (given) => {
    const scheme = URL.canParse(given) ? new URL(given).protocol.slice(0, -1) : given.split('://')[0];
    const isConnectionString = schemes.includes(scheme) && /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(given);
    if (!isConnectionString) throw new Error(`an address that begins with ${schemes.map((name) => `${name}://`).join(' or ')}`);
    return given;
  };
}

/** Parts of a list with commas between them, none empty. */
export function listOf<Value>(form: ValueForm<Value>): ValueForm<readonly Value[]> {
  return (given) =>
    given
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(form);
}

/** A web origin such as `https://vigil.example`, as browsers write it. */
export const origin: ValueForm<string> = (given) => {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || (url.pathname !== '/' && url.pathname !== '') || given.includes('*'))
    throw new Error('origins such as https://vigil.example, without path or wildcard');
  return url.origin;
};

/** An address or a range of addresses, or one of the names that proxies go by: `loopback`, `linklocal`, `uniquelocal`. */
export const addressRange: ValueForm<string> = (given) => {
  const [base, bits] = given.split('/');
  const version = isIP(base);
  const isRange = version !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
  if (!isRange && !['loopback', 'linklocal', 'uniquelocal'].includes(given))
    throw new Error('addresses or ranges such as 10.0.0.0/8');
  return given;
};

/** An e-mail address. */
export const mailAddress: ValueForm<string> = (given) => {
  if (!/^[^\s@]+@[^\s@]+$/.test(given)) throw new Error('an e-mail address');
  return given;
};
