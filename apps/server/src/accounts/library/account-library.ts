import { AsyncLocalStorage } from 'node:async_hooks';
import { longestPassword, shortestPassword, VigilError } from '@vigil/contracts';
import type { AccountRecords } from '@vigil/store';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import type { FastifyBaseLogger } from 'fastify';
import { accountAdapter } from './account-adapter.ts';
import { passwordHashing } from './password-hashing.ts';

/** Header in which the library gets the address of a client; what clients send under that name never gets to it. */
export const addressHeader = 'x-vigil-client-address';

/** How long a session lasts from when its page was last opened, seconds. */
const sessionSeconds = 7 * 24 * 3600;
/** A session is prolonged at most this often, seconds. */
const renewalSeconds = 3600;

/** What the library is made with. */
export interface AccountLibraryOptions {
  readonly records: AccountRecords;
  /** Signs cookies; at least 32 characters. */
  readonly secret: string;
  readonly cookieName: string;
  readonly secureCookies: boolean;
  readonly log: FastifyBaseLogger;
}

/** Text of every sign-in that fails, whatever the cause. */
const refusal = 'The e-mail address or the password is wrong';

/** better-auth over a store, with nothing of its own on the network: it is called, never routed to. */
export function openAccountLibrary({ records, secret, cookieName, secureCookies, log }: AccountLibraryOptions) {
  const hashing = passwordHashing();
  const faults = new AsyncLocalStorage<{ thrown: unknown }>();
  const auth = betterAuth({
    appName: 'Vigil',
    // no address is ever made of it: neither mails nor redirects are used
    baseURL: 'http://vigil.invalid',
    secret,
    database: accountAdapter(rememberFaults(records, faults)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashing.hash, verify: hashing.verify },
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false },
        lastSignInAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: renewalSeconds, cookieCache: { enabled: false } },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const [user] = await records.find('user', {
              where: [{ field: 'id', operator: 'eq', value: userId, connector: 'AND' }],
              limit: 1,
            });
            if (user?.disabled !== false) throw new APIError('UNAUTHORIZED', { message: refusal });
          },
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { secure: secureCookies, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // only the text: further arguments may hold what the request held
    logger: { level: 'error', log: (_level, message) => log.error({ component: 'better-auth' }, message) },
  });
  return {
    auth,
    /**
     * Calls the library; what the store threw comes out as the store threw it, not as the library retells it.
     *
     * @throws VigilError `not-signed-in` where the library refuses, and those of the store
     */
    async call<T>(work: (api: typeof auth.api) => Promise<T>): Promise<T> {
      const fault: { thrown: unknown } = { thrown: null };
      try {
        return await faults.run(fault, () => work(auth.api));
      } catch (error) {
        if (fault.thrown !== null) throw fault.thrown;
        if (error instanceof APIError && error.statusCode < 500) throw new VigilError('not-signed-in', refusal);
        throw error;
      }
    },
    /** Hashes a password as the library does. @throws VigilError `rate-limited` where too many wait */
    hashPassword: hashing.hash,
  };
}

/** better-auth over a store. */
export type AccountLibrary = ReturnType<typeof openAccountLibrary>;

function rememberFaults(records: AccountRecords, faults: AsyncLocalStorage<{ thrown: unknown }>): AccountRecords {
  const remember = (error: unknown): never => {
    const fault = faults.getStore();
    if (fault) fault.thrown = error;
    throw error;
  };
  return {
    create: (model, record) => records.create(model, record).catch(remember),
    find: (model, search) => records.find(model, search).catch(remember),
    count: (model, where) => records.count(model, where).catch(remember),
    update: (model, where, values) => records.update(model, where, values).catch(remember),
    remove: (model, where) => records.remove(model, where).catch(remember),
  };
}
