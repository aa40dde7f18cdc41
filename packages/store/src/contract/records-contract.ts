import { describe, expect, it } from 'vitest';
import type { NewRecord } from '../port/record-collection.ts';
import type { AuditEntry, Rule } from '@vigil/contracts';
import { newApiKey, newAuditEntry, newIncident, newRule } from './record-samples.ts';
import { manualClock, type NewTestDatabase } from './test-database.ts';

/** What every collection of records does with one record. */
export function recordsContract(newDatabase: NewTestDatabase): void {
  describe('records: one at a time', () => {
    it('stores what is inserted, with version and times', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const store = await database.open(clock.now);
      const at = new Date(clock.now()).toISOString();
      const incident = newIncident('i1');
      const inserted = await store.incidents.insert(incident);
      expect(inserted).toEqual({ ...incident, version: 1, createdAt: at, updatedAt: at });
      const other = await database.open();
      expect(await other.incidents.get('i1')).toEqual(inserted);
      expect(await other.incidents.get('i2')).toBeNull();
    });

    it('gives many by their ids, in the order of these', async () => {
      await using database = await newDatabase();
      const { rules } = await database.open();
      for (const id of ['a', 'b', 'c']) await rules.insert(newRule(id));
      expect((await rules.getMany(['c', 'missing', 'a', 'c'])).map(({ id }) => id)).toEqual(['c', 'a', 'c']);
      expect(await rules.getMany([])).toEqual([]);
      const tooMany = Array.from({ length: 1001 }, (_, index) => `r${index}`);
      await expect(rules.getMany(tooMany)).rejects.toMatchObject({ code: 'bad-request' });
    });

    it('replaces the version that was read, and no other', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { rules } = await database.open(clock.now);
      const first = await rules.insert(newRule('r'));
      clock.jump(1000);
      const second = await rules.replace({ ...first, enabled: false });
      expect(second).toEqual({ ...first, enabled: false, version: 2, updatedAt: new Date(clock.now()).toISOString() });
      await expect(rules.replace({ ...first, sentence: 'stale' })).rejects.toMatchObject({
        code: 'conflict',
        details: { version: 1, storedVersion: 2 },
      });
      expect(await rules.get('r')).toEqual(second);
      await expect(rules.replace({ ...first, id: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
    });

    it('keeps the time of creation and never lets the time of change go back', async () => {
      await using database = await newDatabase();
      const clock = manualClock();
      const { rules } = await database.open(clock.now);
      const first = await rules.insert(newRule('r'));
      clock.jump(-3_600_000);
      const second = await rules.replace({ ...first, createdAt: '2000-01-01T00:00:00.000Z' });
      expect(second).toMatchObject({ createdAt: first.createdAt, updatedAt: first.updatedAt, version: 2 });
    });

    it('updates by a function, which may leave the record or throw', async () => {
      await using database = await newDatabase();
      const { rules } = await database.open();
      const first = await rules.insert(newRule('r'));
      expect(await rules.update('r', (rule) => ({ ...rule, enabled: false }))).toMatchObject({ version: 2, enabled: false });
      expect(await rules.update('r', () => null)).toMatchObject({ version: 2, enabled: false });
      const fault = new Error('no');
      await expect(
        rules.update('r', () => {
          throw fault;
        }),
      ).rejects.toBe(fault);
      expect(await rules.get('r')).toMatchObject({ version: 2, createdAt: first.createdAt });
      await expect(rules.update('missing', (rule) => rule)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('loses no update of several stores at the same time', async () => {
      await using database = await newDatabase();
      const stores = [await database.open(), await database.open()];
      await stores[0]?.serviceStates.insert({ id: 'counter', values: { count: 0 } });
      const add = (index: number) =>
        stores[index % 2]?.serviceStates.update('counter', (state) => ({
          ...state,
          values: { count: Number(state.values['count']) + 1 },
        }));
      await Promise.all(Array.from({ length: 40 }, (_, index) => add(index)));
      expect(await stores[0]?.serviceStates.get('counter')).toMatchObject({ values: { count: 40 }, version: 41 });
    });

    it('removes once', async () => {
      await using database = await newDatabase();
      const { incidents } = await database.open();
      await incidents.insert(newIncident('i', { tags: ['fence'], note: 'fence' }));
      expect(await incidents.remove('i')).toBe(true);
      expect(await incidents.remove('i')).toBe(false);
      expect(await incidents.get('i')).toBeNull();
      for (const filter of [{}, { text: 'fence' }, { tag: 'fence' }, { kind: 'motion.speed' }] as const) {
        expect(await incidents.count(filter, 10)).toBe(0);
      }
      await incidents.insert(newIncident('i'));
      expect(await incidents.count({ text: 'fence' }, 10)).toBe(0);
    });

    it('refuses a second record of an id or a unique field, and keeps the first', async () => {
      await using database = await newDatabase();
      const { apiKeys, rules } = await database.open();
      const rule = await rules.insert(newRule('r'));
      await expect(rules.insert(newRule('r', { sentence: 'another' }))).rejects.toMatchObject({ code: 'conflict' });
      expect(await rules.get('r')).toEqual(rule);
      await apiKeys.insert(newApiKey('k1', { hash: 'secret' }));
      const second = await apiKeys.insert(newApiKey('k2'));
      const fault = await apiKeys.insert(newApiKey('k3', { hash: 'secret' })).catch((error: unknown) => error);
      expect(fault).toMatchObject({ code: 'conflict' });
      expect(JSON.stringify(fault) + String(fault)).not.toContain('secret');
      await expect(apiKeys.replace({ ...second, hash: 'secret' })).rejects.toMatchObject({ code: 'conflict' });
      expect(await apiKeys.get('k2')).toEqual(second);
      expect(await apiKeys.count({}, 10)).toBe(2);
    });
  });

  describe('records: what they may hold', () => {
    it('keeps any JSON, with any keys', async () => {
      await using database = await newDatabase();
      const { audit } = await database.open();
      const details: AuditEntry['details'] = {
        'a.b': { $where: 'sleep(1000)', '': 0, '%2e': '%', $: [{ 'x.y': null }], 'nul\0l': '\0' },
        $set: { status: 'x' },
        'päth/ключ/鍵/🔑': '🎥 zażółć\u2028\u0000"\\',
        list: [1, -1.5, 1e300, 5e-324, Number.MAX_SAFE_INTEGER, true, null, [[]], {}],
        _id: 'mine',
        id: 'mine too',
      };
      const inserted = await audit.insert(newAuditEntry('a', { details }));
      expect(inserted.details).toEqual(details);
      expect((await audit.get('a'))?.details).toEqual(details);
      expect((await audit.list({ limit: 1 })).items[0]?.details).toEqual(details);
    });

    it('gives back what it gave when it stored: no half characters, no -0, no fields without a value', async () => {
      await using database = await newDatabase();
      const { audit } = await database.open();
      const details = { half: 'a\uD800b', zero: -0, nothing: undefined, 'key\uDC00': 1 };
      const inserted = await audit.insert(newAuditEntry('a', { details }));
      expect(inserted.details).toStrictEqual({ half: 'a\uFFFDb', zero: 0, 'key\uFFFD': 1 });
      expect((await audit.get('a'))?.details).toStrictEqual(inserted.details);
    });

    it('refuses what is no record, and stores nothing of it', async () => {
      await using database = await newDatabase();
      const { audit, incidents, rules } = await database.open();
      const wrong: readonly Partial<Record<keyof Rule, unknown>>[] = [
        { budgetIncidentsPerDay: Number.NaN },
        { budgetIncidentsPerDay: Number.POSITIVE_INFINITY },
        { severity: 'loud' },
        { sentence: '' },
        { enabled: 'yes' },
      ];
      for (const changes of wrong) {
        const rule = { ...newRule('r'), ...changes } as NewRecord<Rule>;
        await expect(rules.insert(rule)).rejects.toMatchObject({ code: 'bad-request' });
      }
      for (const id of ['', '$where', '../x', 'a b', 'ü', 'x'.repeat(129)]) {
        await expect(rules.insert(newRule(id))).rejects.toMatchObject({ code: 'bad-request' });
      }
      expect(await rules.count({}, 10)).toBe(0);
      await expect(incidents.insert(newIncident('i', { score: Number.NaN }))).rejects.toMatchObject({ code: 'bad-request' });
      for (const value of [Number.NaN, new Date(), 1n, () => 1, new Map()]) {
        await expect(audit.insert(newAuditEntry('a', { details: { value } }))).rejects.toMatchObject({ code: 'bad-request' });
      }
      expect(await audit.count({}, 10)).toBe(0);
    });

    it('leaves out fields that the schema does not know', async () => {
      await using database = await newDatabase();
      const { rules } = await database.open();
      const inserted = await rules.insert({ ...newRule('r'), extra: 1 } as NewRecord<Rule>);
      expect(inserted).not.toHaveProperty('extra');
      expect(await rules.get('r')).toEqual(inserted);
    });

    it('takes ids and values for what they are, not for operators', async () => {
      await using database = await newDatabase();
      const { rules, incidents } = await database.open();
      await rules.insert(newRule('r'));
      await incidents.insert(newIncident('i'));
      for (const id of ['$where', "' OR 1=1 --", '%', '_', '\0', '']) {
        expect(await rules.get(id)).toBeNull();
        expect(await rules.remove(id)).toBe(false);
      }
      const operator = { $gt: '' } as unknown as string;
      expect(await incidents.count({ sourceId: operator }, 10)).toBe(0);
      expect(await incidents.count({ sourceId: "x' OR '1'='1" }, 10)).toBe(0);
      expect(await incidents.count({ tag: '$exists' }, 10)).toBe(0);
    });
  });
}
