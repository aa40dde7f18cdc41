import type { Video } from '@vigil/contracts';

/** Spans that videos can be narrowed to, in days; null for any time. */
export const spanDays = { any: null, day: 1, week: 7, month: 30 } as const;

/** What the list of videos is narrowed to; the address carries it. */
export interface VideoFilters {
  readonly text: string;
  readonly source: string;
  readonly since: keyof typeof spanDays;
  readonly mine: boolean;
  readonly order: 'newest' | 'oldest';
}

/** Nothing is left out. */
export const noFilters: VideoFilters = { text: '', source: '', since: 'any', mine: false, order: 'newest' };

/** Reads filters from an address; what it does not know is left at its default. */
export function filtersOf(search: URLSearchParams): VideoFilters {
  const since = search.get('since') ?? '';
  return {
    text: search.get('text') ?? '',
    source: search.get('source') ?? '',
    since: Object.hasOwn(spanDays, since) ? (since as VideoFilters['since']) : 'any',
    mine: search.get('mine') === 'true',
    order: search.get('order') === 'oldest' ? 'oldest' : 'newest',
  };
}

/** Filters as an address holds them; defaults are left out. */
export function searchOf({ text, source, since, mine, order }: VideoFilters): Record<string, string> {
  return {
    ...(text === '' ? {} : { text }),
    ...(source === '' ? {} : { source }),
    ...(since === 'any' ? {} : { since }),
    ...(mine ? { mine: 'true' } : {}),
    ...(order === 'newest' ? {} : { order }),
  };
}

/** Whether something is left out; the order leaves nothing out. */
export function isNarrowed(filters: VideoFilters): boolean {
  return Object.keys(searchOf({ ...filters, order: 'newest' })).length > 0;
}

/** Query of the list of videos. A name of a source that cannot be one finds nothing, and is not sent. */
export function queryOf({ text, source, since, mine, order }: VideoFilters, userId: string, nowMs: number) {
  const days = spanDays[since];
  return {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(source === '' ? {} : { sourceId: source }),
    // whole minutes, so that the same list has the same key for a while
    ...(days === null ? {} : { from: new Date(Math.floor(nowMs / 60_000) * 60_000 - days * 86_400_000).toISOString() }),
    ...(mine ? { uploadedBy: userId } : {}),
    order: order === 'newest' ? ('newest-first' as const) : ('oldest-first' as const),
  };
}

/** Whether a video that has just come belongs to the list. The server knows words better: here a name has to contain them. */
export function matches(video: Video, { text, source, mine }: VideoFilters, userId: string): boolean {
  const name = video.name.toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  return (
    words.every((word) => name.includes(word)) &&
    (source === '' || video.sourceId === source) &&
    (!mine || video.uploadedBy === userId)
  );
}
