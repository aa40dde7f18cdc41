import { type ApiKeyScope, type Role, roles } from '@vigil/contracts';

/** Who sent a request. */
export interface Caller {
  readonly kind: 'user' | 'api-key';
  /** Id of the user or the key. */
  readonly id: string;
  /** The user, or the user that the key belongs to. */
  readonly userId: string;
  readonly name: string;
  /** Role of the user; a key never does more than its owner may. */
  readonly role: Role;
  /** What an API key is limited to; null for a user. */
  readonly scopes: readonly ApiKeyScope[] | null;
  /** Session of a signed-in user; null for a key. */
  readonly sessionId: string | null;
}

/** Who may use a route: everyone, or some callers. */
export type Access = 'public' | GuardedAccess;

/** Callers of at least a role; API keys need the scope too, and are refused where it is null. */
export interface GuardedAccess {
  readonly role: Role;
  readonly scope: ApiKeyScope | null;
}

/** Everything a viewer sees. */
export const viewing: GuardedAccess = { role: 'viewer', scope: 'read' };
/** Adding videos. */
export const uploading: GuardedAccess = { role: 'operator', scope: 'upload' };
/** Noting for oneself which incidents one is done with. */
export const marking: GuardedAccess = { role: 'viewer', scope: 'review' };
/** What everybody does with their own account and what belongs to it, signed in: no key does. */
export const personal: GuardedAccess = { role: 'viewer', scope: null };
/** Judging incidents. */
export const reviewing: GuardedAccess = { role: 'operator', scope: 'review' };
/** Profiles, analyses, jobs. */
export const managing: GuardedAccess = { role: 'operator', scope: 'manage' };
/** Users, keys, settings, audit. */
export const administrating: GuardedAccess = { role: 'admin', scope: 'admin' };

/** Whether a caller may use a route. Not for `public` ones, which need no caller. */
export function mayUse(access: GuardedAccess, caller: Caller): boolean {
  if (roles.indexOf(caller.role) < roles.indexOf(access.role)) return false;
  if (caller.scopes === null) return true;
  return access.scope !== null && (caller.scopes.includes(access.scope) || caller.scopes.includes('admin'));
}
