import { VigilError } from '@vigil/contracts';
import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';

/** Answer of the server to a value that is taken where it must be unique. */
const duplicateKey = 11_000;

/** Answer to what a server does not know how to do. */
const notImplemented = 238;

/** Answer to a command on a collection that does not exist. */
const missingCollection = 26;

/** Answers of a server that cannot serve now: stepping down, shutting down, not primary, out of time, or refusing the login. */
const unavailableCodes = new Set([
  6, 7, 13, 18, 50, 89, 91, 112, 189, 202, 262, 9001, 10_107, 11_600, 11_602, 13_388, 13_435, 13_436, 8000,
]);

const outOfDiskSpace = 14_031;
const documentTooLarge = new Set([10_334, 17_419, 17_420]);

/** Whether an insert, update or upsert met a value that must be unique and is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return (error instanceof MongoServerError || error instanceof MongoBulkWriteError) && error.code === duplicateKey;
}

/** Whether a server that speaks MongoDB's protocol lacks what it was asked for. */
export function isNotImplemented(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === notImplemented;
}

/** Whether a command was refused because its collection does not exist yet. */
export function isMissingCollection(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === missingCollection;
}

/**
 * Runs one call to the database and turns what the driver throws into errors of the product. {@link isDuplicateKey} errors
 * pass as they are: the caller knows what they mean.
 *
 * @param address The server as messages name it.
 * @throws VigilError `store-unavailable`, `disk-full`, `too-large`, `internal`
 */
export async function ask<Answer>(address: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (isDuplicateKey(error)) throw error;
    throw translated(error, address);
  }
}

function translated(error: unknown, address: string): unknown {
  if (error instanceof MongoServerError) {
    const facts = { address, serverCode: error.code, serverCodeName: error.codeName };
    if (error.code === outOfDiskSpace)
      return new VigilError('disk-full', `The disk of the database at ${address} is full.`, facts);
    if (typeof error.code === 'number' && documentTooLarge.has(error.code)) return tooLarge(address);
    const isUnavailable = typeof error.code === 'number' && unavailableCodes.has(error.code);
    if (isUnavailable || error.hasErrorLabel('RetryableWriteError')) return unavailable(address, nameOf(error), facts);
    return new VigilError('internal', `The database at ${address} refused a command: ${nameOf(error)}.`, facts, error);
  }
  if (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof MongoTopologyClosedError ||
    error instanceof MongoClientClosedError
  ) {
    return unavailable(address, error.name, { address });
  }
  // The client refuses a document of more than 16 MB itself.
  if (error instanceof RangeError || (error instanceof MongoError && /BSONObj size|larger than/.test(error.message)))
    return tooLarge(address);
  if (error instanceof MongoError) return unavailable(address, error.name, { address });
  return error;
}

function unavailable(address: string, why: string, details: Record<string, unknown>): VigilError {
  return new VigilError('store-unavailable', `The database at ${address} cannot be reached or does not serve (${why}).`, details);
}

function tooLarge(address: string): VigilError {
  return new VigilError('too-large', `The database at ${address} takes records of at most 16 MB; this one is larger.`, {
    address,
  });
}

function nameOf(error: MongoServerError): string {
  return error.codeName ?? `code ${String(error.code)}`;
}
