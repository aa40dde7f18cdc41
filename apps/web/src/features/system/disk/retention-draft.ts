import type { Retention, Settings } from '@vigil/contracts';

const bytesPerGigabyte = 1e9;

/** Limits of one source as the form has them: texts of number fields, empty for no limit. */
export interface RetentionDraft {
  readonly days: number | string;
  readonly gigabytes: number | string;
}

/** The form of limits. */
export function draftOf({ maxAgeDays, maxBytes }: Readonly<Retention>): RetentionDraft {
  return { days: maxAgeDays ?? '', gigabytes: maxBytes === null ? '' : maxBytes / bytesPerGigabyte };
}

/** The limits that a form says. */
export function retentionOf({ days, gigabytes }: RetentionDraft): Retention {
  return {
    maxAgeDays: typeof days === 'number' && days > 0 ? days : null,
    maxBytes: typeof gigabytes === 'number' && gigabytes > 0 ? Math.round(gigabytes * bytesPerGigabyte) : null,
  };
}

/** The forms of all sources that have limits of their own. */
export function draftsOf(bySource: Readonly<Settings['retentionBySource']>): Record<string, RetentionDraft> {
  return Object.fromEntries(Object.entries(bySource).map(([source, retention]) => [source, draftOf(retention)]));
}

/** Whether two settings keep footage equally long. */
export function hasSameLimits(a: Pick<Settings, 'retention' | 'retentionBySource'>, b: typeof a): boolean {
  return JSON.stringify([a.retention, a.retentionBySource]) === JSON.stringify([b.retention, b.retentionBySource]);
}
