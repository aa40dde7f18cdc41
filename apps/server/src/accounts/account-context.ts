import type { Clock, Store } from '@vigil/store';
import type { AuditLog } from '../audit/audit-log.ts';
import type { AccountLibrary } from './library/account-library.ts';
import type { SignInLock } from './limits/sign-in-lock.ts';
import type { CallerCache } from './sessions/caller-cache.ts';
import type { OriginCheck } from './sessions/origin-check.ts';

/** What the use cases of accounts work with. */
export interface AccountContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly library: AccountLibrary;
  readonly cookieName: string;
  readonly origins: OriginCheck;
  readonly cache: CallerCache;
  readonly lock: SignInLock;
  readonly audit: AuditLog;
}
