import type { IncidentKind, IncidentRecord, ReviewStatus } from '@vigil/contracts';
import { messages } from '../../messages/index.ts';

/** Spans of time that end now, by their length in hours. */
export const spanHours = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 } as const;

/** What the address of the page asks for; null where it leaves something open. */
export interface IncidentView {
  readonly status: ReviewStatus | 'all';
  /** A span that ends now; it goes before `from` and `before`. */
  readonly span: keyof typeof spanHours | null;
  /** ISO 8601. */
  readonly from: string | null;
  /** ISO 8601. */
  readonly before: string | null;
  readonly videoId: string | null;
  readonly sourceId: string | null;
  readonly kind: IncidentKind | null;
  readonly severity: IncidentRecord['severity'] | null;
  readonly tag: string | null;
  /** Id of a user, or `me`. */
  readonly assignedTo: string | null;
  readonly held: boolean | null;
  readonly reviewed: boolean | null;
  readonly text: string | null;
}

/** What the API is asked for. */
export interface IncidentQuery {
  readonly status?: ReviewStatus;
  readonly from?: string;
  readonly before?: string;
  readonly videoId?: string;
  readonly sourceId?: string;
  readonly kind?: IncidentKind;
  readonly severity?: IncidentRecord['severity'];
  readonly tag?: string;
  readonly assignedTo?: string;
  readonly held?: 'true' | 'false';
  readonly reviewed?: 'true' | 'false';
  readonly text?: string;
}

const statuses = ['new', 'confirmed', 'dismissed', 'all'] as const;
const severities = ['critical', 'warning', 'info'] as const;
const recordId = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

/** Reads an address; values that nobody could have chosen count as left open. */
export function readView(address: URLSearchParams): IncidentView {
  const kind = address.get('kind');
  const span = address.get('span');
  return {
    status: statuses.find((status) => status === address.get('status')) ?? 'new',
    span: span !== null && Object.hasOwn(spanHours, span) ? (span as keyof typeof spanHours) : null,
    from: moment(address.get('from')),
    before: moment(address.get('before')),
    videoId: matching(address.get('videoId'), recordId),
    sourceId: matching(address.get('sourceId'), recordId),
    kind: kind !== null && Object.hasOwn(messages.incidentWords.kinds, kind) ? (kind as IncidentKind) : null,
    severity: severities.find((severity) => severity === address.get('severity')) ?? null,
    tag: words(address.get('tag'), 50),
    assignedTo: matching(address.get('assignedTo'), recordId),
    held: truth(address.get('held')),
    reviewed: truth(address.get('reviewed')),
    text: words(address.get('text'), 200),
  };
}

/** The address of a view: only what differs from the page as it is at first, in a fixed order. */
export function addressOf(view: IncidentView): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value !== null && !(name === 'status' && value === 'new')) address.set(name, String(value));
  }
  return address;
}

/** What the API is asked for to show a view. @param nowMs Milliseconds since 1970 that a span ends at */
export function queryOf(view: IncidentView, userId: string, nowMs: number): IncidentQuery {
  const { status, span, from, before, assignedTo, held, reviewed, ...same } = view;
  const start = span === null ? from : new Date(nowMs - spanHours[span] * 3_600_000).toISOString();
  const all = {
    status: status === 'all' ? null : status,
    from: start,
    before: span === null ? before : null,
    assignedTo: assignedTo === 'me' ? userId : assignedTo,
    held: held === null ? null : String(held),
    reviewed: reviewed === null ? null : String(reviewed),
    ...same,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as IncidentQuery;
}

/** How many filters a view has, the tab aside. */
export function filterCount({ span, from, before, ...others }: IncidentView): number {
  const filters = { ...others, status: null };
  const hasTime = span !== null || from !== null || before !== null;
  return Object.values(filters).filter((value) => value !== null).length + (hasTime ? 1 : 0);
}

/** The view without filters, in the same tab. */
export function withoutFilters({ status }: IncidentView): IncidentView {
  return readView(new URLSearchParams({ status }));
}

function moment(text: string | null): string | null {
  if (text === null) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function matching(text: string | null, form: RegExp): string | null {
  return text !== null && form.test(text) ? text : null;
}

function words(text: string | null, longest: number): string | null {
  const trimmed = text?.trim().slice(0, longest) ?? '';
  return trimmed === '' ? null : trimmed;
}

function truth(text: string | null): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}
