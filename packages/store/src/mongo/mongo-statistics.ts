import type { IncidentKind, ReviewStatus } from '@vigil/contracts';
import type { IncidentStatistics, StatisticsSpan } from '../port/incident-statistics.ts';
import { timestampOf } from '../records/stamp.ts';
import { checkSpan, mostSources } from '../records/statistics-span.ts';
import type { MongoCollection } from './mongo-collection.ts';

/** Field that holds the time of an incident as a date, which the server can cut to hours. */
export const occurredField = '_occurredAt';

interface Counted<Key> {
  readonly _id: Key;
  readonly count: number;
}

interface Figures {
  readonly byHour: readonly Counted<Date>[];
  readonly byKind: readonly Counted<IncidentKind>[];
  readonly bySource: readonly Counted<string>[];
  readonly bySeverity: readonly Counted<keyof IncidentStatistics['bySeverity']>[];
  readonly byStatus: readonly Counted<ReviewStatus>[];
}

/**
 * Figures over the incidents of a span, counted by the server in one pass.
 *
 * @throws VigilError `bad-request` for a span that is none or too long
 */
export async function mongoStatistics(incidents: MongoCollection, span: StatisticsSpan): Promise<IncidentStatistics> {
  const { fromMs, beforeMs } = checkSpan(span);
  const count = { $sum: 1 };
  const [figures] = await incidents.ask((documents) =>
    documents
      .aggregate<Figures>([
        { $match: { occurredAt: { $gte: timestampOf(fromMs), $lt: timestampOf(beforeMs) } } },
        {
          $facet: {
            byHour: [
              { $group: { _id: { $dateTrunc: { date: `$${occurredField}`, unit: 'hour' } }, count } },
              { $sort: { _id: 1 } },
            ],
            byKind: [{ $unwind: '$kinds' }, { $group: { _id: '$kinds', count } }, { $sort: { count: -1, _id: 1 } }],
            bySource: [{ $group: { _id: '$sourceId', count } }, { $sort: { count: -1, _id: 1 } }, { $limit: mostSources }],
            bySeverity: [{ $group: { _id: '$severity', count } }],
            byStatus: [{ $group: { _id: '$status', count } }],
          },
        },
      ])
      .toArray(),
  );
  const bySeverity = countsOf(figures?.bySeverity, { info: 0, warning: 0, critical: 0 });
  return {
    byHour: (figures?.byHour ?? []).map((hour) => ({ hour: hour._id.toISOString(), count: hour.count })),
    byKind: (figures?.byKind ?? []).map((kind) => ({ kind: kind._id, count: kind.count })),
    bySource: await Promise.all((figures?.bySource ?? []).map((source) => named(incidents, source))),
    bySeverity,
    byStatus: countsOf(figures?.byStatus, { new: 0, confirmed: 0, dismissed: 0 }),
    total: bySeverity.info + bySeverity.warning + bySeverity.critical,
  };
}

function countsOf<Key extends string>(
  counted: readonly Counted<Key>[] | undefined,
  none: Record<Key, number>,
): Record<Key, number> {
  return { ...none, ...Object.fromEntries((counted ?? []).map(({ _id, count }) => [_id, count])) };
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
