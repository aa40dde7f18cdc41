/** Which entries; empty texts narrow nothing. */
export interface AuditFilter {
  readonly actorId: string;
  readonly action: string;
  readonly target: string;
  /** Local date and time, as `datetime-local` fields have it. */
  readonly from: string;
  readonly before: string;
}

const names = ['actorId', 'action', 'target', 'from', 'before'] as const;

/** The filter that an address names. */
export function filterOfAddress(search: URLSearchParams): AuditFilter {
  const [actorId, action, target, from, before] = names.map((name) => search.get(name) ?? '');
  return { actorId, action, target, from, before } as AuditFilter;
}

/** The address with a filter, all else as it was. */
export function addressOfFilter(search: URLSearchParams, filter: AuditFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of names) {
    const value = filter[name].trim();
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The query that asks for what a filter says. */
export function queryOfFilter(filter: AuditFilter): Partial<Record<(typeof names)[number], string>> {
  const moment = (text: string): string => new Date(text).toISOString();
  const { actorId, action, target, from, before } = filter;
  return {
    ...(actorId === '' ? {} : { actorId }),
    ...(action === '' ? {} : { action }),
    ...(target === '' ? {} : { target }),
    ...(isMoment(from) ? { from: moment(from) } : {}),
    ...(isMoment(before) ? { before: moment(before) } : {}),
  };
}

function isMoment(text: string): boolean {
  return text !== '' && !Number.isNaN(Date.parse(text));
}
