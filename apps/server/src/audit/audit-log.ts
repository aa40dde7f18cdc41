import { randomUUID } from 'node:crypto';
import type { Actor, AuditEntry } from '@vigil/contracts';
import type { Store } from '@vigil/store';
import type { FastifyRequest } from 'fastify';

/** What is entered; time and id are added. */
export interface AuditNote {
  /** `noun.verb`, such as `incident.confirm`. */
  readonly action: string;
  /** `noun:id`; null where there is nothing to name. */
  readonly target: string | null;
  /** `done` where left out. */
  readonly outcome?: AuditEntry['outcome'] | undefined;
  /** What changed, without secrets. */
  readonly details?: Record<string, unknown> | undefined;
  /** Who did it where no request says so. */
  readonly actor?: Actor | undefined;
}

/** Keeps who did what. */
export interface AuditLog {
  /** Enters a change that a request made. */
  enter(request: FastifyRequest | null, note: AuditNote): Promise<void>;
}

const system: Actor = { kind: 'system', id: null, name: 'system' };
const anonymous: Actor = { kind: 'anonymous', id: null, name: 'not signed in' };

/** An audit log in a store. */
export function openAuditLog(store: Store): AuditLog {
  return {
    async enter(request, { action, target, outcome = 'done', details = {}, actor }) {
      const caller = request?.caller;
      const who = caller ? { kind: caller.kind, id: caller.id, name: caller.name } : request ? anonymous : system;
      await store.audit.insert({
        id: randomUUID(),
        actor: actor ?? who,
        action,
        target,
        outcome,
        details,
        requestId: request?.id ?? null,
        ipAddress: request?.ip ?? null,
      });
    },
  };
}
