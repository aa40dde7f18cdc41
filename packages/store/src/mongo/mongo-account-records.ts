import { VigilError } from '@vigil/contracts';
import { type AccountModel, accountModels, type AccountRecord, type AccountRecords } from '../port/account-records.ts';
import { checkAccountLimit, checkAccountRecord, mostAccountRecords } from '../records/account-fields.ts';
import { escapeKeys } from '../records/document-keys.ts';
import { accountField, accountQuery } from './account-query.ts';
import { type DeclaredIndex, type MongoCollection, type MongoContext, mongoCollection } from './mongo-collection.ts';
import { refusingTaken } from './mongo-records.ts';
import { fromDocument, type StoredDocument, toDocument } from './stored-document.ts';

/** How long after its end a session or code is removed; the library compares the end itself whenever it uses one. */
const keptAfterEndMs = 60 * 60 * 1000;

/** Name of the collection that keeps the records of a model. */
export function accountCollection(model: AccountModel): `accounts.${AccountModel}` {
  return `accounts.${model}`;
}

/** Indexes of each model: what is unique, what the library looks up by, and the removal of what has ended. */
export const accountIndexes: Readonly<Record<AccountModel, readonly DeclaredIndex[]>> = {
  user: [{ name: 'email', key: { email: 1 }, unique: true }],
  session: [{ name: 'token', key: { token: 1 }, unique: true }, index('userId'), removal()],
  account: [index('userId'), index('accountId')],
  verification: [index('identifier'), removal()],
  rateLimit: [index('key')],
};

/** What the account library keeps, one collection a model. */
export function mongoAccountRecords(context: MongoContext): AccountRecords {
  const byModel = Object.fromEntries(
    accountModels.map((model) => [model, mongoCollection(context, accountCollection(model))]),
  ) as Record<AccountModel, MongoCollection>;

  return {
    async create(model, record) {
      const document = accountDocument(record);
      await refusingTaken(accountCollection(model), () => byModel[model].ask((documents) => documents.insertOne(document)));
      return accountRecord(document);
    },
    async find(model, { where, limit, offset = 0, sortBy }) {
      checkAccountLimit(limit);
      const direction = sortBy?.direction === 'desc' ? -1 : 1;
      const found = await byModel[model].ask((documents) =>
        documents
          .find(accountQuery(where))
          .sort({ ...(sortBy === undefined ? {} : { [accountField(sortBy.field)]: direction }), _id: 1 })
          .skip(offset)
          .limit(limit)
          .toArray(),
      );
      return found.map(accountRecord);
    },
    count: (model, where) => byModel[model].ask((documents) => documents.countDocuments(accountQuery(where))),
    async update(model, where, values) {
      const query = accountQuery(where);
      const changes = changesOf(values);
      const updated: AccountRecord[] = [];
      const ids = await idsOf(byModel[model], query);
      if (values['id'] !== undefined && ids.some((id) => id !== values['id'])) {
        throw new VigilError('bad-request', 'The id of an account record cannot be changed.');
      }
      for (const id of ids) {
        // The conditions are asked again, so that a record that another change has taken out of them stays as that left it.
        const document = await refusingTaken(accountCollection(model), () =>
          byModel[model].ask((documents) =>
            documents.findOneAndUpdate({ $and: [{ _id: id }, query] }, changes, { returnDocument: 'after' }),
          ),
        );
        if (document !== null) updated.push(accountRecord(document));
      }
      return updated;
    },
    async remove(model, where) {
      const { deletedCount } = await byModel[model].ask((documents) => documents.deleteMany(accountQuery(where)));
      return deletedCount;
    },
  };
}

/** A record of the account library as a document, with the time at which it may be removed where it has an end. */
export function accountDocument(record: AccountRecord): StoredDocument {
  const checked = checkAccountRecord(record);
  return toDocument(checked, removedAfter(checked['expiresAt']));
}

/** The record that {@link accountDocument} made a document of. */
export function accountRecord(document: StoredDocument): AccountRecord {
  return fromDocument(document);
}

async function idsOf(collection: MongoCollection, query: ReturnType<typeof accountQuery>): Promise<string[]> {
  const found = await collection.ask((documents) =>
    documents
      .find(query, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(mostAccountRecords + 1)
      .toArray(),
  );
  if (found.length > mostAccountRecords) {
    throw new VigilError(
      'bad-request',
      `The conditions name more than ${mostAccountRecords} account records; change fewer at once.`,
    );
  }
  return found.map(({ _id }) => _id);
}

/** The update that merges values into a record. */
function changesOf(values: Readonly<Record<string, unknown>>): { $set: Record<string, unknown> } {
  const { id: _, ...fields } = checkAccountRecord({ ...values, id: 'unchanged' });
  return { $set: { ...(escapeKeys(fields) as Record<string, unknown>), ...removedAfter(fields['expiresAt']) } };
}

function removedAfter(expiresAt: unknown): { _removeAt?: Date } {
  const end = typeof expiresAt === 'string' ? Date.parse(expiresAt) : Number.NaN;
  return Number.isFinite(end) ? { _removeAt: new Date(end + keptAfterEndMs) } : {};
}

function index(field: string): DeclaredIndex {
  return { name: field, key: { [field]: 1 } };
}

function removal(): DeclaredIndex {
  return { name: 'removal', key: { _removeAt: 1 }, expireAfterSeconds: 0 };
}
