import { describe, expect, it } from 'vitest';
import { newIncident, newVideo } from './record-samples.ts';
import type { NewTestDatabase } from './test-database.ts';

/** What is found by which text. */
const searches = [
  ['fence', ['fence']],
  ['FENCE', ['fence']],
  ['fen', ['fence']],
  ['climbs fence', ['fence']],
  ['fence climbs', ['fence']],
  ['fence missing', []],
  ['ence', []],
  ['cafe', ['cafe']],
  ['CAFÉ', ['cafe']],
  ['zazolc', ['cafe']],
  ['help', ['speech']],
  ['police', ['tagged']],
  ['north-gate', ['tagged']],
  ['north, gate!', ['tagged']],
  ['カメラ', ['japanese']],
  ['侵入', ['japanese']],
  ['нападение', ['russian']],
  ['НАПАД', ['russian']],
  ['Straße', ['german']],
  ['strasse', ['german']],
  ['donaudampfschifffahrtsgesellsch', ['german']],
  ['2026', ['numbers']],
  ['"fence" OR *', []],
  ['fence" AND "x', []],
  ['fence*', ['fence']],
  ['$regex .*', []],
  ['NEAR', []],
] as const;

/** Search by words. */
export function searchContract(newDatabase: NewTestDatabase): void {
  describe('search', () => {
    it('finds by beginnings of words, all of them, in every field that is searched', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      for (const incident of [
        newIncident('fence', { title: 'Somebody climbs over the fence' }),
        newIncident('cafe', { caption: 'a man in front of the Café', note: 'zażółć' }),
        newIncident('speech', { transcript: 'HELP me, please' }),
        newIncident('tagged', { tags: ['police'], sourceName: 'north-gate' }),
        newIncident('japanese', { note: 'カメラに侵入者' }),
        newIncident('russian', { note: 'Нападение' }),
        newIncident('german', { note: 'Straße: Donaudampfschifffahrtsgesellschaftskapitän' }),
        newIncident('numbers', { sourceName: '2026_03_01.mp4' }),
      ]) {
        await incidents.insert(incident);
      }
      for (const [text, ids] of searches) {
        const found = await incidents.list({ limit: 50, filter: { text } });
        expect({ text, ids: found.items.map(({ id }) => id) }).toEqual({ text, ids });
        expect(await incidents.count({ text }, 50)).toBe(ids.length);
      }
      expect(await incidents.count({ text: '!?' }, 50)).toBe(8);
    });

    it('goes with filters, in order of time, page by page', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      for (let index = 0; index < 30; index++) {
        await incidents.insert(
          newIncident(`i${String((index * 7) % 30).padStart(2, '0')}`, {
            occurredAt: new Date(Date.UTC(2026, 2, 1, 10, (index * 7) % 30)).toISOString(),
            note: index % 2 === 0 ? 'ladder' : 'ladders',
            severity: (index * 7) % 3 === 0 ? 'critical' : 'info',
          }),
        );
      }
      const filter = { text: 'ladder', severity: 'critical', from: '2026-03-01T10:03:00.000Z' } as const;
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await incidents.list({ limit: 2, filter, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(['i27', 'i24', 'i21', 'i18', 'i15', 'i12', 'i09', 'i06', 'i03']);
    });

    it('finds videos by words of their names', async () => {
      await using database = await newDatabase();
      const { videos } = await database.open();
      await videos.insert(newVideo('a', { name: 'Überwachung_Hof-2.mp4', sourceId: 'yard' }));
      await videos.insert(newVideo('b', { name: 'Hof.mkv' }));
      const ids = async (filter: object) => (await videos.list({ limit: 9, filter })).items.map(({ id }) => id);
      expect(await ids({ text: 'hof' })).toEqual(['b', 'a']);
      expect(await ids({ text: 'uberwachung' })).toEqual(['a']);
      expect(await ids({ text: 'hof', sourceId: 'yard' })).toEqual(['a']);
      await videos.update('a', (video) => ({ ...video, name: 'garden.mp4' }));
      expect(await ids({ text: 'hof' })).toEqual(['b']);
      expect(await ids({ text: 'gard', originalRemoved: false })).toEqual(['a']);
    });
  });
}
