import { describe, expect, it } from 'vitest';
import type { AccountCondition, AccountRecord, AccountRecords } from '../port/account-records.ts';
import type { NewTestDatabase } from './test-database.ts';

const people = [
  { id: 'u1', email: 'ada@example.org', name: 'Ada', role: 'admin', banned: false, logins: 3, note: null },
  { id: 'u2', email: 'bob@example.org', name: 'Bob (50%)', role: 'viewer', banned: true, logins: 10, note: 'x' },
  { id: 'u3', email: 'cleo@example.com', name: 'Cleo.*', role: 'viewer', banned: false, logins: 0 },
  { id: 'u4', email: 'dora@example.com', name: 'dora_A\n', role: 'operator', banned: false, logins: 200, note: 'y' },
] as const;

/** Each condition alone, and the ids of {@link people} that pass. */
const conditions: readonly (readonly [Omit<AccountCondition, 'connector'>, readonly string[]])[] = [
  [{ field: 'id', operator: 'eq', value: 'u2' }, ['u2']],
  [{ field: 'role', operator: 'eq', value: 'viewer' }, ['u2', 'u3']],
  [{ field: 'banned', operator: 'eq', value: true }, ['u2']],
  [{ field: 'banned', operator: 'eq', value: false }, ['u1', 'u3', 'u4']],
  [{ field: 'logins', operator: 'eq', value: 10 }, ['u2']],
  [{ field: 'note', operator: 'eq', value: null }, ['u1', 'u3']],
  [{ field: 'note', operator: 'ne', value: null }, ['u2', 'u4']],
  [{ field: 'note', operator: 'ne', value: 'x' }, ['u1', 'u3', 'u4']],
  [{ field: 'missing', operator: 'eq', value: null }, ['u1', 'u2', 'u3', 'u4']],
  [{ field: 'missing', operator: 'eq', value: 'x' }, []],
  [{ field: 'logins', operator: 'lt', value: 10 }, ['u1', 'u3']],
  [{ field: 'logins', operator: 'lte', value: 10 }, ['u1', 'u2', 'u3']],
  [{ field: 'logins', operator: 'gt', value: 10 }, ['u4']],
  [{ field: 'logins', operator: 'gte', value: 10 }, ['u2', 'u4']],
  [{ field: 'email', operator: 'lt', value: 'c' }, ['u1', 'u2']],
  [{ field: 'role', operator: 'in', value: ['admin', 'operator', 'none'] }, ['u1', 'u4']],
  [{ field: 'role', operator: 'in', value: [] }, []],
  [{ field: 'note', operator: 'not_in', value: ['x'] }, ['u1', 'u3', 'u4']],
  [{ field: 'name', operator: 'contains', value: '.*' }, ['u3']],
  [{ field: 'name', operator: 'contains', value: '(50%)' }, ['u2']],
  [{ field: 'name', operator: 'contains', value: 'A' }, ['u1', 'u4']],
  [{ field: 'name', operator: 'contains', value: '_' }, ['u4']],
  [{ field: 'name', operator: 'starts_with', value: 'C' }, ['u3']],
  [{ field: 'name', operator: 'starts_with', value: '^' }, []],
  [{ field: 'email', operator: 'ends_with', value: '@example.com' }, ['u3', 'u4']],
  [{ field: 'name', operator: 'ends_with', value: 'A' }, []],
  [{ field: 'name', operator: 'ends_with', value: 'A\n' }, ['u4']],
];

/** What every keeper of the account library's records does. */
export function accountRecordsContract(newDatabase: NewTestDatabase): void {
  describe('account records', () => {
    it('gives back what was stored, whatever JSON it is', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      const record = {
        id: 'a/b$c.d é',
        email: 'ü@example.org',
        metadata: { 'a.b': { $set: [1, null, { '': 'x' }] }, 'c%2e': true },
        updatedAt: '2026-01-31T08:00:00.000Z',
        nothing: null,
        number: 0.1,
      };
      expect(await accounts.create('user', record)).toEqual(record);
      expect(await find(accounts, [])).toEqual([record]);
      expect(await (await database.open()).accounts.find('user', { where: [], limit: 1 })).toEqual([record]);
      expect(await accounts.find('account', { where: [], limit: 10 })).toEqual([]);
    });

    it('finds by each condition', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      for (const person of people) await accounts.create('user', person);
      for (const [condition, ids] of conditions) {
        const where = [{ ...condition, connector: 'AND' as const }];
        const found = await find(accounts, where);
        expect({ ...condition, ids: found.map(({ id }) => id).toSorted() }).toEqual({ ...condition, ids });
        expect(await accounts.count('user', where)).toBe(ids.length);
      }
    });

    it('joins conditions from left to right', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      for (const person of people) await accounts.create('user', person);
      const [admin, viewer] = ['admin', 'viewer'].map((value) => ({ field: 'role', operator: 'eq', value }) as const);
      const few = { field: 'logins', operator: 'lt', value: 5 } as const;
      const ids = async (where: readonly AccountCondition[]) => (await find(accounts, where)).map(({ id }) => id).toSorted();
      if (admin === undefined || viewer === undefined) throw new Error('Two conditions were made.');
      expect(
        await ids([
          { ...admin, connector: 'AND' },
          { ...viewer, connector: 'OR' },
          { ...few, connector: 'AND' },
        ]),
      ).toEqual(['u1', 'u3']);
      expect(
        await ids([
          { ...viewer, connector: 'OR' },
          { ...few, connector: 'AND' },
          { ...admin, connector: 'OR' },
        ]),
      ).toEqual(['u1', 'u3']);
      expect(
        await ids([
          { ...few, connector: 'AND' },
          { ...admin, connector: 'AND' },
          { ...viewer, connector: 'OR' },
        ]),
      ).toEqual(['u1', 'u2', 'u3']);
    });

    it('sorts and pages', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      for (const person of people) await accounts.create('user', person);
      const page = async (offset: number, direction: 'asc' | 'desc') => {
        const found = await accounts.find('user', { where: [], limit: 3, offset, sortBy: { field: 'logins', direction } });
        return found.map(({ id }) => id);
      };
      expect(await page(0, 'asc')).toEqual(['u3', 'u1', 'u2']);
      expect(await page(3, 'asc')).toEqual(['u4']);
      expect(await page(0, 'desc')).toEqual(['u4', 'u2', 'u1']);
      expect((await accounts.find('user', { where: [], limit: 2, offset: 1 })).map(({ id }) => id)).toEqual(['u2', 'u3']);
      await expect(accounts.find('user', { where: [], limit: 1001 })).rejects.toMatchObject({ code: 'bad-request' });
    });

    it('merges values into what passes', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      for (const person of people) await accounts.create('user', person);
      const where = [{ field: 'role', operator: 'eq', value: 'viewer', connector: 'AND' }] as const;
      const updated = await accounts.update('user', where, { role: 'operator', profile: { 'a.b': 1 } });
      expect(updated.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        people.slice(1, 3).map((person) => ({ ...person, role: 'operator', profile: { 'a.b': 1 } })),
      );
      expect(await accounts.count('user', where)).toBe(0);
      expect(await find(accounts, [{ field: 'role', operator: 'eq', value: 'operator', connector: 'AND' }])).toHaveLength(3);
      expect(await accounts.update('user', where, { role: 'admin' })).toEqual([]);
      const ada = [{ field: 'id', operator: 'eq', value: 'u1', connector: 'AND' }] as const;
      await expect(accounts.update('user', ada, { id: 'u9' })).rejects.toMatchObject({ code: 'bad-request' });
      expect(await find(accounts, ada)).toEqual([people[0]]);
    });

    it('removes what passes', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      for (const person of people) await accounts.create('user', person);
      expect(await accounts.remove('user', [{ field: 'logins', operator: 'gte', value: 10, connector: 'AND' }])).toBe(2);
      expect(await accounts.remove('user', [{ field: 'logins', operator: 'gte', value: 10, connector: 'AND' }])).toBe(0);
      expect((await find(accounts, [])).map(({ id }) => id)).toEqual(['u1', 'u3']);
    });

    it('keeps e-mail addresses and session tokens unique', async () => {
      await using database = await newDatabase();
      const [one, other] = [(await database.open()).accounts, (await database.open()).accounts];
      const created = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 === 0 ? one : other).create('user', { id: `u${index}`, email: 'same@example.org' }),
        ),
      );
      const refused = created.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
      expect(refused).toHaveLength(7);
      for (const reason of refused) expect(reason).toMatchObject({ code: 'conflict' });
      expect(await one.count('user', [])).toBe(1);
      await one.create('user', { id: 'v', email: 'other@example.org' });
      const dora = [{ field: 'id', operator: 'eq', value: 'v', connector: 'AND' }] as const;
      await expect(one.update('user', dora, { email: 'same@example.org' })).rejects.toMatchObject({ code: 'conflict' });
      expect(await find(one, dora)).toEqual([{ id: 'v', email: 'other@example.org' }]);
      await one.create('session', { id: 's1', token: 'secret-token' });
      const failure = await one.create('session', { id: 's2', token: 'secret-token' }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'conflict' });
      expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret-token');
      await expect(one.create('user', { id: 'v', email: 'third@example.org' })).rejects.toMatchObject({ code: 'conflict' });
    });

    it('refuses names of fields that mean something to a database', async () => {
      await using database = await newDatabase();
      const { accounts } = await database.open();
      for (const field of ['$where', 'a.b', '', '_id', "x') OR 1=1 --", '__proto__']) {
        const where = [{ field, operator: 'eq', value: 'x', connector: 'AND' }] as const;
        await expect(find(accounts, where)).rejects.toMatchObject({ code: 'bad-request' });
        await expect(
          accounts.create(
            'user',
            Object.fromEntries([
              ['id', 'x'],
              [field, 1],
            ]) as AccountRecord,
          ),
        ).rejects.toMatchObject({
          code: 'bad-request',
        });
      }
      expect(await accounts.count('user', [])).toBe(0);
    });
  });
}

function find(accounts: AccountRecords, where: readonly AccountCondition[]): Promise<AccountRecord[]> {
  return accounts.find('user', { where, limit: 1000 });
}
