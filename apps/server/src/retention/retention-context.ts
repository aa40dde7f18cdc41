import type { Settings } from '@vigil/contracts';
import type { MediaStore } from '@vigil/media-store';
import type { Clock, Store } from '@vigil/store';
import { VigilError } from '@vigil/contracts';
import type { FastifyBaseLogger } from 'fastify';

/** What applying the retention needs. */
export interface RetentionContext {
  readonly store: Store;
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly log: Pick<FastifyBaseLogger, 'info' | 'warn'>;
  /** Ends it between two removals. */
  readonly signal: AbortSignal;
}

/** What one application of the retention did. */
export interface RetentionReport {
  /** Videos whose files were removed; the records stay. */
  videosRemoved: number;
  /** Bytes of their originals. */
  bytesRemoved: number;
  /** Clips and key frames of unconfirmed incidents that were removed from videos that stay. */
  evidenceFilesRemoved: number;
  /** Originals that no record speaks of. */
  orphansRemoved: number;
  /** Files in progress whose writers are gone. */
  abandonedRemoved: number;
  auditEntriesRemoved: number;
  /** Videos that a limit would take, and that are held, evidence, or needed by a job. */
  videosProtected: number;
  /** Whether the disk and the quota have room again, or had it all along. */
  hasRoom: boolean;
}

/** Limits of the source of a video. */
export function retentionOf({ retention, retentionBySource }: Settings, sourceId: string | null): Settings['retention'] {
  return (sourceId === null ? undefined : retentionBySource[sourceId]) ?? retention;
}

/** @throws VigilError `cancelled` */
export function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new VigilError('cancelled', 'The retention was stopped; the rest is done next time');
}
