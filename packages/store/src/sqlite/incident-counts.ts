import type { IncidentRecord } from '@vigil/contracts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** What incidents are counted by. */
export type Figure = 'total' | 'kind' | 'source' | 'severity' | 'status';

/** Length of a bucket's name: `2026-01-31T08` is an hour, `2026-01-31` a day, in UTC. */
const bucketLengths = { hour: 13, day: 10 } as const;

/** A length of time that is counted. */
export type BucketLength = keyof typeof bucketLengths;

/** Counts of one figure: `kind/hour`, `source/day`… */
export function figureName(figure: Figure, length: BucketLength): string {
  return `${figure}/${length}`;
}

/** Name of the bucket that a time lies in. @param at ISO 8601 in UTC */
export function bucketOf(at: string, length: BucketLength): string {
  return at.slice(0, bucketLengths[length]);
}

/**
 * Keeps counts by hour and day up to date with the incidents, in the transaction that changes them, so that figures over a year are
 * a few thousand rows and not a million incidents.
 */
export function countIncident(connection: SqliteConnection, before: IncidentRecord | null, after: IncidentRecord | null): void {
  const changes = new Map<string, number>();
  for (const [incident, change] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const key of incident === null ? [] : keysOf(incident)) changes.set(key, (changes.get(key) ?? 0) + change);
  }
  for (const [key, change] of changes) {
    if (change === 0) continue;
    const [figure, bucket, value] = JSON.parse(key) as [string, string, string];
    connection.run(
      `INSERT INTO incidents_counts (figure, bucket, value, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (figure, bucket, value) DO UPDATE SET count = count + excluded.count`,
      figure,
      bucket,
      value,
      change,
    );
  }
}

function keysOf(incident: IncidentRecord): string[] {
  const values: readonly (readonly [Figure, string])[] = [
    ['total', ''],
    ['source', incident.sourceId],
    ['severity', incident.severity],
    ['status', incident.status],
    ...[...new Set(incident.kinds)].map((kind) => ['kind', kind] as const),
  ];
  return values.flatMap(([figure, value]) =>
    (['hour', 'day'] as const).map((length) =>
      JSON.stringify([figureName(figure, length), bucketOf(incident.occurredAt, length), value]),
    ),
  );
}
