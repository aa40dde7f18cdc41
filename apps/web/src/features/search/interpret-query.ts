import type { Incident, IncidentKind, ReviewStatus } from '@vigil/contracts';
import { kindNames } from '@vigil/contracts/words';
import { interpretTime, type NamedSpan } from './interpret-time.ts';
import { kindWords } from './kind-words.ts';

/** What a query means. All that is given must hold. */
export interface Interpretation {
  readonly kind: IncidentKind | null;
  readonly severity: Incident['severity'] | null;
  readonly status: ReviewStatus | null;
  readonly span: NamedSpan | null;
  /** Words to be found in the texts of incidents and in names of files; empty where all were understood otherwise. */
  readonly text: string;
}

const severities: Readonly<Record<string, Incident['severity']>> = {
  alarm: 'critical',
  alarms: 'critical',
  critical: 'critical',
  warning: 'warning',
  warnings: 'warning',
};
const statuses: Readonly<Record<string, ReviewStatus>> = {
  new: 'new',
  unreviewed: 'new',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
};

const kinds = Object.keys(kindNames) as IncidentKind[];
/** Longest first, so that `left bag` is not read as `left`. */
const phrases = kinds
  .flatMap((kind) => [kind, kindNames[kind].toLowerCase(), ...(kindWords[kind] ?? [])].map((phrase) => ({ kind, phrase })))
  .toSorted((a, b) => b.phrase.length - a.phrase.length);

/** Reads a query: kind, severity, status and time where words name them, and the words that are left. What stands in quotes is only text. */
export function interpretQuery(query: string, now: Date): Interpretation {
  const quoted: string[] = [];
  const open = query.replaceAll(/["“”]([^"“”]*)["“”]/g, (_whole, inside: string) => {
    quoted.push(inside);
    return ' ';
  });
  const time = interpretTime(open.toLowerCase(), now);
  const kind = takeKind(time.rest);
  const words = kind.rest.split(/\s+/).filter((word) => word !== '');
  const severity = words.find((word) => Object.hasOwn(severities, word));
  const status = words.find((word) => Object.hasOwn(statuses, word));
  const text = [...words.filter((word) => word !== severity && word !== status), ...quoted].join(' ').trim();
  return {
    kind: kind.kind,
    severity: severity === undefined ? null : severities[severity],
    status: status === undefined ? null : statuses[status],
    span: time.span,
    text,
  };
}

function takeKind(query: string): { readonly kind: IncidentKind | null; readonly rest: string } {
  const padded = ` ${query.replaceAll(/\s+/g, ' ')} `;
  const found = phrases.find(({ phrase }) => padded.includes(` ${phrase} `));
  if (found === undefined) return { kind: null, rest: query };
  return { kind: found.kind, rest: padded.replace(` ${found.phrase} `, ' ') };
}
