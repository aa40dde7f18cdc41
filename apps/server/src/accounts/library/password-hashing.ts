import { VigilError } from '@vigil/contracts';
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Passwords that are worked on at a time: each takes 32 MiB and a thread of the four that also read files. */
const mostAtOnce = 2;
const retryAfterSeconds = 5;

/** Hashes and checks passwords. */
export interface PasswordHashing {
  /** @throws VigilError `rate-limited` where too many wait */
  hash(password: string): Promise<string>;
  /** @throws VigilError `rate-limited` where too many wait */
  verify(given: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

/** scrypt as better-auth sets it (N = 16384, r = 16, p = 1), a few at a time, so that a flood of sign-ins leaves the rest working. */
export function passwordHashing({ mostWaiting = 64 }: { readonly mostWaiting?: number } = {}): PasswordHashing {
  const waiting: (() => void)[] = [];
  let working = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (working < mostAtOnce) working += 1;
    else {
      if (waiting.length >= mostWaiting) {
        const text = `${mostWaiting} passwords wait to be checked, which is the limit; try again in ${retryAfterSeconds} s`;
        throw new VigilError('rate-limited', text, { retryAfterSeconds });
      }
      // who ends passes the place on
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) working -= 1;
      else next();
    }
  };
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    verify: (given) => inTurn(() => verifyPassword(given)),
  };
}
