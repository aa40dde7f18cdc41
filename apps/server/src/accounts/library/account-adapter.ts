import { VigilError } from '@vigil/contracts';
import { accountModels, type AccountCondition, type AccountModel, type AccountRecord, type AccountRecords } from '@vigil/store';
import { type CleanedWhere, createAdapterFactory } from 'better-auth/adapters';

interface CleanedSearch {
  readonly model: string;
  readonly where?: CleanedWhere[] | undefined;
  readonly limit: number;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
  readonly offset?: number | undefined;
}

/** Lets better-auth keep its records in a store: alike in every store, and moved with the rest of it. */
export function accountAdapter(records: AccountRecords) {
  return createAdapterFactory({
    config: {
      adapterId: 'vigil-store',
      supportsJSON: true,
      supportsArrays: true,
      supportsDates: false,
      supportsNumericIds: false,
    },
    adapter: () => ({
      create: async <T extends Record<string, unknown>>({ model, data }: { model: string; data: T }) =>
        (await records.create(modelOf(model), data as unknown as AccountRecord)) as unknown as T,
      findOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) => {
        const [found] = await records.find(modelOf(model), { where: where.map(conditionOf), limit: 1 });
        return (found ?? null) as T | null;
      },
      findMany: async <T>({ model, where, limit, sortBy, offset }: CleanedSearch) =>
        (await records.find(modelOf(model), {
          where: (where ?? []).map(conditionOf),
          limit: Math.min(limit, 1000),
          offset,
          sortBy,
        })) as unknown as T[],
      count: ({ model, where }) => records.count(modelOf(model), (where ?? []).map(conditionOf)),
      update: async <T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) => {
        const values = update as Readonly<Record<string, unknown>>;
        const [updated] = await records.update(modelOf(model), where.map(conditionOf), values);
        return (updated ?? null) as T | null;
      },
      updateMany: async ({ model, where, update }) =>
        (await records.update(modelOf(model), where.map(conditionOf), update)).length,
      delete: async ({ model, where }) => {
        await records.remove(modelOf(model), where.map(conditionOf));
      },
      deleteMany: ({ model, where }) => records.remove(modelOf(model), where.map(conditionOf)),
    }),
  });
}

function modelOf(name: string): AccountModel {
  const model = accountModels.find((known) => known === name);
  if (model === undefined) throw new VigilError('internal', `The account library asks for records of the unknown sort ${name}`);
  return model;
}

function conditionOf({ field, operator, connector, value, mode }: CleanedWhere): AccountCondition {
  if (mode === 'insensitive')
    throw new VigilError('internal', `The account library compares ${field} without regard to upper and lower case`);
  return { field, operator: operator ?? 'eq', connector: connector ?? 'AND', value: value as AccountCondition['value'] };
}
