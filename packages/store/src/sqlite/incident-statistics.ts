import type { IncidentKind, ReviewStatus } from '@vigil/contracts';
import type { IncidentStatistics, StatisticsSpan } from '../port/incident-statistics.ts';
import { timestampOf } from '../records/stamp.ts';
import { checkSpan, mostSources } from '../records/statistics-span.ts';
import { bucketOf, figureName, type BucketLength, type Figure } from './incident-counts.ts';
import { placesOf } from './place.ts';
import { spanParts, wholeHours, type TimeRange } from './span-parts.ts';
import type { Row, SqliteConnection } from './sqlite-connection.ts';

/** Counts by value. */
type Counts = Map<string, number>;

/** Rows of incidents at an edge of a span, counted in an index that holds all it needs. */
const edgeSql = `SELECT sourceId, severity, status, count(*) AS count FROM incidents INDEXED BY incidents_figures
WHERE place >= ? AND place < ? GROUP BY sourceId, severity, status`;

const edgeKindsSql = `SELECT value, count(*) AS count FROM incidents_kind INDEXED BY incidents_kind_place
WHERE place >= ? AND place < ? GROUP BY value`;

/** Buckets of a figure, summed up by value. */
const bucketsSql = `SELECT value, sum(count) AS count FROM incidents_counts
WHERE figure = ? AND bucket >= ? AND bucket < ? GROUP BY value`;

const hoursSql = `SELECT bucket, count FROM incidents_counts WHERE figure = ? AND bucket >= ? AND bucket < ? AND count > 0`;

const sourceNameSql = `SELECT json_extract(record, '$.sourceName') AS name FROM incidents INDEXED BY incidents_sourceId
WHERE sourceId = ? ORDER BY place DESC LIMIT 1`;

/** Figures over a span, from one state of the database: kept counts for whole days and hours, the incidents themselves at the edges. */
export function incidentStatistics(connection: SqliteConnection, span: StatisticsSpan): IncidentStatistics {
  const range = checkSpan(span);
  return connection.read(() => {
    const hours: Counts = new Map();
    const counts: Record<Exclude<Figure, 'total'>, Counts> = {
      kind: new Map(),
      source: new Map(),
      severity: new Map(),
      status: new Map(),
    };
    const parts = spanParts(range);
    for (const length of ['day', 'hour'] as const) {
      for (const part of parts[length]) {
        for (const [figure, sums] of Object.entries(counts)) {
          for (const row of connection.all(bucketsSql, ...bucketValues(figure as Figure, length, part)))
            raise(sums, row['value'], row);
        }
      }
    }
    for (const part of wholeHours(range)) {
      for (const row of connection.all(hoursSql, ...bucketValues('total', 'hour', part))) raise(hours, row['bucket'], row);
    }
    for (const edge of parts.edges) {
      const places = [placesOf(timestampOf(edge.fromMs)).from, placesOf(timestampOf(edge.beforeMs)).from];
      for (const row of connection.all(edgeSql, ...places)) {
        raise(counts.source, row['sourceId'], row);
        raise(counts.severity, row['severity'], row);
        raise(counts.status, row['status'], row);
        raise(hours, bucketOf(timestampOf(edge.fromMs), 'hour'), row);
      }
      for (const row of connection.all(edgeKindsSql, ...places)) raise(counts.kind, row['value'], row);
    }
    return {
      byHour: [...hours].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hour, count]) => ({ hour: `${hour}:00:00.000Z`, count })),
      // Kinds, severities and states come from records that passed the schema.
      byKind: mostFirst(counts.kind).map(([kind, count]) => ({ kind: kind as IncidentKind, count })),
      bySource: mostFirst(counts.source)
        .slice(0, mostSources)
        .map(([sourceId, count]) => ({
          sourceId,
          sourceName: String(connection.first(sourceNameSql, sourceId)?.['name'] ?? sourceId),
          count,
        })),
      bySeverity: {
        info: counts.severity.get('info') ?? 0,
        warning: counts.severity.get('warning') ?? 0,
        critical: counts.severity.get('critical') ?? 0,
      },
      byStatus: Object.fromEntries(
        (['new', 'confirmed', 'dismissed'] as const).map((status) => [status, counts.status.get(status) ?? 0]),
      ) as Record<ReviewStatus, number>,
      total: [...counts.severity.values()].reduce((sum, count) => sum + count, 0),
    };
  });
}

function bucketValues(figure: Figure, length: BucketLength, { fromMs, beforeMs }: TimeRange): [string, string, string] {
  return [figureName(figure, length), bucketOf(timestampOf(fromMs), length), bucketOf(timestampOf(beforeMs), length)];
}

function raise(counts: Counts, value: unknown, row: Row): void {
  const count = Number(row['count']);
  if (count > 0) counts.set(String(value), (counts.get(String(value)) ?? 0) + count);
}

/** Most first, then by name. */
function mostFirst(counts: Counts): [string, number][] {
  return [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1));
}
