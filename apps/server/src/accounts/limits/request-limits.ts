import { VigilError } from '@vigil/contracts';
import type { Clock } from '@vigil/store';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../../http/access.ts';
import { addressGroup } from './address-group.ts';
import { type RateLimit, RateLimiter } from './rate-limiter.ts';

/** What a caller may send; each process counts for itself. */
export const callerLimit: RateLimit = { max: 18_000, windowSeconds: 60 };
/** What an address may send without a credential that holds, to public routes too. */
export const strangerLimit: RateLimit = { max: 600, windowSeconds: 60 };

/** Holds requests against the limits. */
export interface RequestLimits {
  /** Counts a request without a credential that holds. @throws VigilError `rate-limited` */
  countStranger(request: FastifyRequest): void;
  /** Counts a request of a caller. @throws VigilError `rate-limited` */
  countCaller(caller: Caller): void;
  /** Holds every route of an app against the limit that it declares, and public ones against that of strangers. */
  protect(app: FastifyInstance): void;
}

/** Limits of this process. @param factor By how much more than usual everybody may send. */
export function requestLimits(clock: Clock, factor: number): RequestLimits {
  const limiter = new RateLimiter(clock);
  const take = (key: string, { max, windowSeconds }: RateLimit): void => {
    const limit = { max: max * factor, windowSeconds };
    const waitSeconds = limiter.take(key, limit);
    if (waitSeconds > 0) throw limitError(waitSeconds, limit);
  };
  const strangerKey = (request: FastifyRequest): string => `stranger ${addressGroup(request.ip)}`;
  return {
    countStranger: (request) => take(strangerKey(request), strangerLimit),
    countCaller: (caller) => take(`caller ${caller.id}`, callerLimit),
    protect(app) {
      // the caller is known by then, and the body not yet read
      app.addHook('preParsing', async (request) => {
        const { method, url, config } = request.routeOptions;
        const { rateLimit } = config as { readonly rateLimit?: { readonly max: number; readonly timeWindow: number } };
        const who = request.caller?.id ?? addressGroup(request.ip);
        if (request.caller === null && !isHealth(url)) take(strangerKey(request), strangerLimit);
        if (rateLimit !== undefined) {
          take(`route ${String(method)} ${url ?? ''} ${who}`, { max: rateLimit.max, windowSeconds: rateLimit.timeWindow / 1000 });
        }
      });
    },
  };
}

/** What asks after health comes from where everybody's requests come from, and must not be refused for their sake. */
function isHealth(url: string | undefined): boolean {
  return url?.startsWith('/health') ?? false;
}

function limitError(waitSeconds: number, { max, windowSeconds }: RateLimit): VigilError {
  const retryAfterSeconds = Math.ceil(waitSeconds);
  const text = `More than ${max} requests in ${windowSeconds} s; try again in ${retryAfterSeconds} s`;
  return new VigilError('rate-limited', text, { retryAfterSeconds });
}
