import type { IncidentKind, ReviewStatus } from '@vigil/contracts';
import type { Document } from 'mongodb';
import type { IncidentStatistics, StatisticsSpan } from '../port/incident-statistics.ts';
import { timestampOf } from '../records/stamp.ts';
import { checkSpan, mostSources } from '../records/statistics-span.ts';
import type { DeclaredIndex, MongoCollection } from './mongo-collection.ts';

/** Field that holds the hour of an incident in UTC, as `2026-01-31T08`. */
const hourField = '_hour';

/** Index that holds all that the figures but those by kind are counted from, so that no incident itself is read. */
export const figureIndex: DeclaredIndex = {
  name: 'figures',
  key: { occurredAt: 1, [hourField]: 1, severity: 1, status: 1, sourceId: 1 },
};

interface Counted<Key extends string> {
  readonly _id: Key;
  readonly count: number;
}

/** What the document of an incident has for its figures. */
export function figureFields({ occurredAt }: { readonly occurredAt: string }): Record<string, string> {
  return { [hourField]: occurredAt.slice(0, '2026-01-31T08'.length) };
}

/**
 * Figures over the incidents of a span, each counted by the server.
 *
 * @throws VigilError `bad-request` for a span that is none or too long
 */
export async function mongoStatistics(incidents: MongoCollection, span: StatisticsSpan): Promise<IncidentStatistics> {
  const { fromMs, beforeMs } = checkSpan(span);
  const within = { $match: { occurredAt: { $gte: timestampOf(fromMs), $lt: timestampOf(beforeMs) } } };
  const count = <Key extends string>(field: string, before: Document[], after: Document[]): Promise<Counted<Key>[]> =>
    incidents.ask((documents) =>
      documents
        .aggregate<Counted<Key>>([within, ...before, { $group: { _id: `$${field}`, count: { $sum: 1 } } }, ...after])
        .toArray(),
    );
  const mostFirst: Document = { $sort: { count: -1, _id: 1 } };
  const [hours, kinds, sources, severities, states] = await Promise.all([
    count<string>(hourField, [], [{ $sort: { _id: 1 } }]),
    count<IncidentKind>('kinds', [{ $unwind: '$kinds' }], [mostFirst]),
    count<string>('sourceId', [], [mostFirst, { $limit: mostSources }]),
    count<keyof IncidentStatistics['bySeverity']>('severity', [], []),
    count<ReviewStatus>('status', [], []),
  ]);
  const bySeverity = countsOf(severities, { info: 0, warning: 0, critical: 0 });
  return {
    byHour: hours.map((hour) => ({ hour: `${hour._id}:00:00.000Z`, count: hour.count })),
    byKind: kinds.map((kind) => ({ kind: kind._id, count: kind.count })),
    bySource: await Promise.all(sources.map((source) => named(incidents, source))),
    bySeverity,
    byStatus: countsOf(states, { new: 0, confirmed: 0, dismissed: 0 }),
    total: bySeverity.info + bySeverity.warning + bySeverity.critical,
  };
}

function countsOf<Key extends string>(counted: readonly Counted<Key>[], none: Record<Key, number>): Record<Key, number> {
  return { ...none, ...Object.fromEntries(counted.map(({ _id, count }) => [_id, count])) };
}

/** A source with its latest name. */
async function named(
  incidents: MongoCollection,
  { _id, count }: Counted<string>,
): Promise<IncidentStatistics['bySource'][number]> {
  const latest = await incidents.ask((documents) =>
    documents.findOne({ sourceId: _id }, { sort: { occurredAt: -1, _id: -1 }, projection: { sourceName: 1 } }),
  );
  return { sourceId: _id, sourceName: String(latest?.['sourceName'] ?? _id), count };
}
