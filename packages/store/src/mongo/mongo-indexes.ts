import type { Collection } from 'mongodb';
import { type AnyCollection, type CollectionName, indexesOf } from '../collection-declaration.ts';
import { collections } from '../collections.ts';
import { accountModels } from '../port/account-records.ts';
import { accountCollection, accountIndexes } from './mongo-account-records.ts';
import { type DeclaredIndex, type MongoContext, mongoCollection } from './mongo-collection.ts';
import { isMissingCollection, isNotImplemented } from './mongo-errors.ts';
import { eventCollection, eventIndexes } from './mongo-event-log.ts';
import { jobIndexes } from './mongo-job-queue.ts';
import { wordsField } from './mongo-query.ts';
import { figureIndex } from './mongo-statistics.ts';
import type { StoredDocument } from './stored-document.ts';

/** Indexes over those that the declaration of a collection asks for. */
const ownIndexes: Readonly<Partial<Record<CollectionName, readonly DeclaredIndex[]>>> = {
  jobs: jobIndexes,
  incidents: [figureIndex],
};

/** Every index of the database, by collection. Each list and filter of the port has one that gives its order, too. */
export function declaredIndexes(): ReadonlyMap<string, readonly DeclaredIndex[]> {
  return new Map<string, readonly DeclaredIndex[]>([
    ...Object.values(collections).map((declaration) => {
      const own = ownIndexes[declaration.name] ?? [];
      return [declaration.name, [...recordIndexes(declaration as unknown as AnyCollection), ...own]] as const;
    }),
    ...accountModels.map((model) => [accountCollection(model), accountIndexes[model]] as const),
    [eventCollection, eventIndexes],
  ]);
}

/** Makes what is missing of {@link declaredIndexes}. Several processes may do so at the same time. */
export async function ensureIndexes(context: MongoContext): Promise<void> {
  const made = [...declaredIndexes()].map(([name, indexes]) =>
    mongoCollection(context, name).ask((documents) => makeIndexes(documents, indexes)),
  );
  await Promise.all(made);
}

/** Makes indexes; on a server without removal by time, without that: queries never show what has ended, which then only lies there longer. */
async function makeIndexes(documents: Collection<StoredDocument>, declared: readonly DeclaredIndex[]): Promise<void> {
  const made = await namesOfIndexes(documents);
  const indexes = declared.filter(({ name }) => !made.has(name));
  if (indexes.length === 0) return;
  try {
    await documents.createIndexes([...indexes]);
  } catch (error) {
    if (!isNotImplemented(error)) throw error;
    await documents.createIndexes(indexes.map((index) => ({ key: index.key, name: index.name, unique: index.unique ?? false })));
  }
}

async function namesOfIndexes(documents: Collection<StoredDocument>): Promise<ReadonlySet<string>> {
  try {
    return new Set((await documents.indexes()).flatMap(({ name }) => name ?? []));
  } catch (error) {
    // Before its first index or record there is no such collection.
    if (isMissingCollection(error)) return new Set();
    throw error;
  }
}

function recordIndexes(declaration: AnyCollection): DeclaredIndex[] {
  const { filters, sortField, unique, text } = declaration;
  const lists = indexesOf(declaration).map((names) => {
    const paths = names.map((name) => filters[name]?.path ?? name);
    const fields = [...paths, sortField, '_id'];
    return { name: fields.join('-'), key: Object.fromEntries(fields.map((field) => [field, 1])) };
  });
  return [
    ...lists,
    ...unique.map((path): DeclaredIndex => ({ name: `unique-${path}`, key: { [path]: 1 }, unique: true })),
    ...(text.length > 0 ? [{ name: 'words', key: { [wordsField]: 1 } }] : []),
  ];
}
