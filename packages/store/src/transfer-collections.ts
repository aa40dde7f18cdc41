import { collectionNames } from './collection-declaration.ts';
import { accountModels } from './port/account-records.ts';
import type { TransferCollection } from './port/transfer.ts';

/** All that a copy of a store carries, in the order it is copied in. */
export const transferCollections: readonly TransferCollection[] = [
  ...collectionNames,
  ...accountModels.map((model) => `accounts.${model}` as const),
  'events',
  'counters',
];
