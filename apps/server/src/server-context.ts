import type { MediaStore } from '@vigil/media-store';
import type { Clock, Store } from '@vigil/store';
import type { FastifyBaseLogger } from 'fastify';
import type { AuditLog } from './audit/audit-log.ts';
import type { Configuration } from './configuration/configuration.ts';

/** What routes and workers are made with; `main.ts` puts it together. */
export interface ServerContext {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly audit: AuditLog;
  readonly version: string;
}
