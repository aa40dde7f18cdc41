/** Sorts of records that the account library keeps; it makes their ids and contents. */
export const accountModels = ['user', 'session', 'account', 'verification', 'rateLimit'] as const;

/** A sort of record of the account library. */
export type AccountModel = (typeof accountModels)[number];

/** A record of the account library: `id` and values of JSON. Times are ISO 8601 texts. */
export type AccountRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** One condition; all of a list are joined by `connector` of the later one, from left to right. */
export interface AccountCondition {
  readonly field: string;
  readonly operator: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'not_in' | 'contains' | 'starts_with' | 'ends_with';
  readonly value: string | number | boolean | null | readonly (string | number)[];
  readonly connector: 'AND' | 'OR';
}

/** A bounded search. */
export interface AccountSearch {
  readonly where: readonly AccountCondition[];
  /** At most 1000. */
  readonly limit: number;
  readonly offset?: number | undefined;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
}

/** What the account library stores. Unique: `user.email`, `session.token`. */
export interface AccountRecords {
  create(model: AccountModel, record: AccountRecord): Promise<AccountRecord>;
  find(model: AccountModel, search: AccountSearch): Promise<AccountRecord[]>;
  count(model: AccountModel, where: readonly AccountCondition[]): Promise<number>;
  /** Merges values into every record that passes; returns them as they are after it. */
  update(
    model: AccountModel,
    where: readonly AccountCondition[],
    values: Readonly<Record<string, unknown>>,
  ): Promise<AccountRecord[]>;
  /** Returns how many were removed. */
  remove(model: AccountModel, where: readonly AccountCondition[]): Promise<number>;
}
