import { describe, expect, it } from 'vitest';
import type { IncidentRecord } from '@vigil/contracts';
import type { IncidentFilter } from '../port/filters.ts';
import type { ListOrder, RecordCollection } from '../port/record-collection.ts';
import { newAuditEntry, newIncident, newVideo } from './record-samples.ts';
import { manualClock, type NewTestDatabase } from './test-database.ts';

type Incidents = RecordCollection<IncidentRecord, IncidentFilter>;

/** Time of the incident of a number: one each minute. */
function minute(index: number): string {
  return new Date(Date.UTC(2026, 2, 1, 10, index)).toISOString();
}

/** Ids of all records that pass, page by page. */
async function idsOf(incidents: Incidents, filter: IncidentFilter, limit = 200, order?: ListOrder): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await incidents.list({ filter, limit, cursor, order });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

const values = {
  sourceId: ['camera-1', 'camera-2'],
  kinds: [['motion.speed'], ['pose.fall', 'motion.speed'], ['audio.loud']],
  severity: ['info', 'warning', 'critical'],
  status: ['new', 'confirmed', 'dismissed'],
  tags: [[], ['police'], ['police', 'night']],
  assignedTo: [null, 'user-1', 'user-2'],
} as const;

/** 60 incidents in which every value of a field meets every value of the others. */
function variedIncidents() {
  return Array.from({ length: 60 }, (_, index) =>
    newIncident(`i${String(index).padStart(2, '0')}`, {
      occurredAt: minute(index),
      sourceId: values.sourceId[index % 2] ?? '',
      kinds: [...(values.kinds[Math.floor(index / 2) % 3] ?? [])],
      severity: values.severity[Math.floor(index / 3) % 3] ?? 'info',
      status: values.status[Math.floor(index / 5) % 3] ?? 'new',
      tags: [...(values.tags[Math.floor(index / 7) % 3] ?? [])],
      assignedTo: values.assignedTo[Math.floor(index / 4) % 3] ?? null,
      videoId: `video-${index % 4}`,
      analysisId: `analysis-${index % 8}`,
      held: index % 10 === 0,
      announced: index % 6 !== 0,
    }),
  );
}

const filters: readonly IncidentFilter[] = [
  { sourceId: 'camera-2' },
  { videoId: 'video-3' },
  { analysisId: 'analysis-5' },
  { kind: 'motion.speed' },
  { severity: 'critical' },
  { status: 'dismissed' },
  { tag: 'police' },
  { assignedTo: 'user-2' },
  { held: true },
  { held: false },
  { announced: false },
  { from: minute(20), before: minute(30) },
];

function passes(incident: ReturnType<typeof newIncident>, filter: IncidentFilter): boolean {
  return Object.entries(filter).every(([name, value]) => {
    if (name === 'kind') return incident.kinds.includes(value);
    if (name === 'tag') return incident.tags.includes(value);
    if (name === 'from') return incident.occurredAt >= value;
    if (name === 'before') return incident.occurredAt < value;
    return incident[name as 'sourceId'] === value;
  });
}

/** What lists do: filters, order, pages and counts. */
export function incidentListsContract(newDatabase: NewTestDatabase): void {
  describe('lists', () => {
    it('give what passes every filter and every two of them, newest first, and count it', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      const varied = variedIncidents();
      for (const incident of varied.toSorted((a, b) => (a.title + a.id < b.title + b.id ? 1 : -1)))
        await incidents.insert(incident);
      const pairs = filters.flatMap((one, index) => filters.slice(index).map((other) => ({ ...one, ...other })));
      for (const filter of [{}, ...pairs]) {
        const expected = varied.filter((incident) => passes(incident, filter)).map(({ id }) => id);
        expect({ filter, ids: await idsOf(incidents, filter, 50) }).toEqual({ filter, ids: expected.toReversed() });
        expect(await incidents.count(filter, 1000)).toBe(expected.length);
      }
      expect(await incidents.count({}, 7)).toBe(7);
      expect(await idsOf(incidents, { kind: 'pose.fall' }, 3, 'oldest-first')).toEqual(
        varied.filter((incident) => passes(incident, { kind: 'pose.fall' })).map(({ id }) => id),
      );
      const everything = {
        kind: 'motion.speed',
        tag: 'police',
        status: 'new',
        severity: 'info',
        from: minute(3),
        text: 'fast',
      } as const;
      expect(await idsOf(incidents, everything, 1)).toEqual(
        varied
          .filter((incident) =>
            passes(incident, { kind: 'motion.speed', tag: 'police', status: 'new', severity: 'info', from: minute(3) }),
          )
          .map(({ id }) => id)
          .toReversed(),
      );
    });

    it('follow what is changed', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      await incidents.insert(newIncident('i', { tags: ['old'], note: 'ladder' }));
      await incidents.insert(newIncident('later', { occurredAt: minute(10) }));
      await incidents.update('i', (incident) => ({
        ...incident,
        kinds: ['pose.fall'],
        tags: ['fresh'],
        note: 'rope',
        status: 'confirmed',
        assignedTo: 'user-9',
        occurredAt: minute(20),
      }));
      const now = { kind: 'pose.fall', status: 'confirmed', tag: 'fresh', assignedTo: 'user-9', text: 'rope' } as const;
      for (const [name, value] of Object.entries(now)) expect(await idsOf(incidents, { [name]: value })).toEqual(['i']);
      for (const filter of [{ tag: 'old' }, { text: 'ladder' }, { from: minute(0), before: minute(1) }]) {
        expect(await idsOf(incidents, filter)).toEqual([]);
      }
      expect(await idsOf(incidents, { kind: 'motion.speed' })).toEqual(['later']);
      expect(await idsOf(incidents, {})).toEqual(['i', 'later']);
    });

    it('page without gaps or repetition, also among records of one time and while others come in and go', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      const ids = Array.from({ length: 25 }, (_, index) => `i${String(index).padStart(2, '0')}`);
      for (const id of ids) await incidents.insert(newIncident(id, { occurredAt: minute(id < 'i10' ? 0 : 1) }));
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 9; page++) {
        const { items, nextCursor } = await incidents.list({ limit: 3, cursor });
        seen.push(...items.map(({ id }) => id));
        cursor = nextCursor ?? undefined;
        expect(nextCursor === null).toBe(page === 8);
        await incidents.insert(newIncident(`new-${page}`, { occurredAt: minute(30 + page) }));
        // The record that the cursor was made of may go.
        if (page === 2) await incidents.remove(seen.at(-1) ?? '');
      }
      expect(seen.toSorted()).toEqual(ids);
      expect(new Set(seen.slice(0, 15))).toEqual(new Set(ids.slice(10)));
    });

    it('refuse cursors of other lists, and what is none', async () => {
      await using database = await newDatabase();
      const { incidents, videos } = await database.open();
      for (let index = 0; index < 3; index++) {
        await incidents.insert(newIncident(`i${index}`));
        await videos.insert(newVideo(`v${index}`));
      }
      const ofVideos = (await videos.list({ limit: 1 })).nextCursor ?? '';
      const ofIncidents = (await incidents.list({ limit: 1 })).nextCursor ?? '';
      const wrong = [
        ofVideos,
        'x',
        '{}',
        '%%%',
        Buffer.from('["incidents"]').toString('base64url'),
        'W10',
        ofIncidents.slice(0, -4),
      ];
      for (const cursor of wrong) {
        await expect(incidents.list({ limit: 1, cursor })).rejects.toMatchObject({ code: 'bad-request' });
      }
      await expect(incidents.list({ limit: 1, cursor: ofIncidents, order: 'oldest-first' })).rejects.toMatchObject({
        code: 'bad-request',
      });
      expect((await incidents.list({ limit: 1, cursor: ofIncidents })).items).toHaveLength(1);
    });

    it('are bounded', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      for (const limit of [0, -1, 201, 1.5, Number.NaN]) {
        await expect(incidents.list({ limit })).rejects.toMatchObject({ code: 'bad-request' });
      }
    });

    it('of other collections sort by the time of creation, and by arrival or id when the clock stands still', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { audit } = await database.open(clock.now);
      for (const [id, jumpMs] of [
        ['a', 0],
        ['b', 0],
        ['c', 5000],
        ['d', -60_000],
      ] as const) {
        clock.jump(jumpMs);
        await audit.insert(newAuditEntry(id, { actor: { kind: 'user', id: id < 'c' ? 'u1' : 'u2', name: 'x' } }));
      }
      expect((await audit.list({ limit: 9 })).items.map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
      expect((await audit.list({ limit: 9, order: 'oldest-first' })).items.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
      expect((await audit.list({ limit: 9, filter: { actorId: 'u1' } })).items.map(({ id }) => id)).toEqual(['b', 'a']);
      expect(await audit.count({ action: 'incident.confirm', target: 'incident:i1' }, 9)).toBe(4);
    });

    it('of marks go by person and by incident', async () => {
      await using database = await newDatabase();
      const { reviewMarks } = await database.open();
      for (const userId of ['u1', 'u2']) {
        for (const incidentId of ['i1', 'i2']) await reviewMarks.insert({ id: `${userId}-${incidentId}`, userId, incidentId });
      }
      const ofPerson = await reviewMarks.list({ limit: 9, filter: { userId: 'u2' } });
      expect(ofPerson.items.map(({ id }) => id)).toEqual(['u2-i2', 'u2-i1']);
      const ofIncident = await reviewMarks.list({ limit: 9, filter: { incidentId: 'i1' } });
      expect(ofIncident.items.map(({ id }) => id)).toEqual(['u2-i1', 'u1-i1']);
      expect(await reviewMarks.count({ userId: 'u1', incidentId: 'i2' }, 9)).toBe(1);
      await expect(reviewMarks.insert({ id: 'u1-i1', userId: 'u1', incidentId: 'i1' })).rejects.toMatchObject({
        code: 'conflict',
      });
    });
  });
}
