import { describe, expect, it } from 'vitest';
import { newIncident } from './record-samples.ts';
import type { NewTestDatabase } from './test-database.ts';

const span = { from: '2026-03-01T00:00:00.000Z', before: '2026-04-01T00:00:00.000Z' };

/** Figures over incidents. */
export function statisticsContract(newDatabase: NewTestDatabase): void {
  describe('statistics', () => {
    it('count by hour, kind, source, severity and status within the span', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      const times = ['2026-02-28T23:59:59.999Z', span.from, '2026-03-01T00:59:59.999Z', '2026-03-02T13:30:00.000Z', span.before];
      for (const [index, occurredAt] of times.entries()) {
        await incidents.insert(
          newIncident(`i${index}`, {
            occurredAt,
            kinds: index === 1 ? ['pose.fall', 'motion.speed'] : ['motion.speed'],
            sourceId: index === 3 ? 'b' : 'a',
            sourceName: index === 2 ? 'Gate, renamed' : 'Gate',
            severity: index === 3 ? 'critical' : 'info',
            status: index === 2 ? 'confirmed' : 'new',
          }),
        );
      }
      expect(await incidents.statistics(span)).toEqual({
        byHour: [
          { hour: '2026-03-01T00:00:00.000Z', count: 2 },
          { hour: '2026-03-02T13:00:00.000Z', count: 1 },
        ],
        byKind: [
          { kind: 'motion.speed', count: 3 },
          { kind: 'pose.fall', count: 1 },
        ],
        bySource: [
          { sourceId: 'a', sourceName: expect.stringMatching(/^Gate/) as string, count: 2 },
          { sourceId: 'b', sourceName: 'Gate', count: 1 },
        ],
        bySeverity: { info: 2, warning: 0, critical: 1 },
        byStatus: { new: 2, confirmed: 1, dismissed: 0 },
        total: 3,
      });
    });

    it('cut spans anywhere', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      const start = Date.parse('2026-03-01T00:00:00.000Z');
      const every10Minutes = Array.from({ length: 400 }, (_, index) => start + index * 600_000);
      for (const [index, at] of every10Minutes.entries()) {
        await incidents.insert(newIncident(`i${index}`, { occurredAt: new Date(at).toISOString() }));
      }
      const bounds = [0, 1, 599_999, 3_600_000, 5_000_000, 86_400_000, 90_000_000, 172_800_000, 200_000_001, 400 * 600_000];
      for (const [index, from] of bounds.entries()) {
        for (const before of bounds.slice(index)) {
          const expected = every10Minutes.filter((at) => at >= start + from && at < start + before);
          const figures = await incidents.statistics({
            from: new Date(start + from).toISOString(),
            before: new Date(start + before).toISOString(),
          });
          expect({ from, before, total: figures.total }).toEqual({ from, before, total: expected.length });
          expect(figures.byStatus.new).toBe(expected.length);
          expect(figures.byKind).toEqual(expected.length === 0 ? [] : [{ kind: 'motion.speed', count: expected.length }]);
          expect(figures.byHour.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
          expect(figures.byHour.map(({ hour }) => hour)).toEqual([
            ...new Set(expected.map((at) => new Date(Math.floor(at / 3_600_000) * 3_600_000).toISOString())),
          ]);
        }
      }
    });

    it('follow changes and removal', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      for (const id of ['a', 'b', 'c']) await incidents.insert(newIncident(id));
      await incidents.update('a', (incident) => ({
        ...incident,
        status: 'confirmed',
        severity: 'critical',
        kinds: ['pose.fall'],
        occurredAt: '2026-03-05T12:00:00.000Z',
      }));
      await incidents.remove('b');
      expect(await incidents.statistics(span)).toMatchObject({
        byHour: [
          { hour: '2026-03-01T10:00:00.000Z', count: 1 },
          { hour: '2026-03-05T12:00:00.000Z', count: 1 },
        ],
        bySeverity: { info: 0, warning: 1, critical: 1 },
        byStatus: { new: 1, confirmed: 1, dismissed: 0 },
        total: 2,
      });
    });

    it('name the 50 sources with most incidents', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      for (let index = 0; index < 60; index++) {
        await incidents.insert(newIncident(`i${index}`, { sourceId: `s${index}`, sourceName: `Source ${index}` }));
      }
      await incidents.insert(newIncident('more', { sourceId: 's59', sourceName: 'Source 59' }));
      const { bySource, total } = await incidents.statistics(span);
      expect(bySource).toHaveLength(50);
      expect(bySource[0]).toEqual({ sourceId: 's59', sourceName: 'Source 59', count: 2 });
      expect(total).toBe(61);
    });

    it('are bounded', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      for (const wrong of [
        { from: '2026-01-01T00:00:00.000Z', before: '2027-03-01T00:00:00.000Z' },
        { from: span.before, before: span.from },
        { from: 'yesterday', before: span.before },
      ]) {
        await expect(incidents.statistics(wrong)).rejects.toMatchObject({ code: 'bad-request' });
      }
      expect(await incidents.statistics(span)).toMatchObject({ total: 0, byHour: [], byKind: [], bySource: [] });
    });
  });
}
