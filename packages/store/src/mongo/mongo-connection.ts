import { VigilError } from '@vigil/contracts';
import { type Db, MongoClient } from 'mongodb';
import { ask } from './mongo-errors.ts';

/** How long one call looks for a server that answers. */
const serverSelectionTimeoutMs = 3000;

/** How long a connection may take, and how long a server may be silent to the monitor: more than a machine at full load takes to answer. */
const connectTimeoutMs = 8000;

/** How often the monitor asks whether the server still answers; one that hangs is given up after this and the time above. */
const heartbeatMs = 2000;

/** A database on a MongoDB server, with the client that reaches it. */
export interface MongoConnection extends AsyncDisposable {
  readonly database: Db;
  /** The server as errors name it: hosts alone, never a name or password. */
  readonly address: string;
}

/**
 * Prepares a connection; nothing is sent before the first call.
 *
 * @param url `mongodb://` or `mongodb+srv://`, with or without a name and password.
 * @throws VigilError `bad-request` for a text that is no such URL
 */
export function connectMongo(url: string, databaseName: string): MongoConnection {
  if (!/^[^/\\. "$*<>:|?\0]{1,63}$/.test(databaseName)) {
    throw new VigilError(
      'bad-request',
      `"${databaseName}" is no name of a MongoDB database: 1 to 63 characters without / \\ . " $ * < > : | ? or spaces.`,
    );
  }
  const address = addressOf(url);
  let client: MongoClient;
  try {
    client = new MongoClient(url, {
      appName: 'vigil',
      serverSelectionTimeoutMS: serverSelectionTimeoutMs,
      connectTimeoutMS: connectTimeoutMs,
      heartbeatFrequencyMS: heartbeatMs,
      ignoreUndefined: true,
      retryReads: true,
      retryWrites: true,
      readPreference: 'primary',
      readConcernLevel: 'majority',
      writeConcern: { w: 'majority', journal: true },
    });
  } catch {
    // The driver's own message and its cause may repeat the URL with the password in it.
    throw new VigilError(
      'bad-request',
      `The MongoDB URL is not understood (server part: ${address}); it must look like mongodb://host:27017/.`,
    );
  }
  return {
    database: client.db(databaseName),
    address,
    [Symbol.asyncDispose]: () => ask(address, () => client.close()),
  };
}

/** Hosts and ports of a connection string; nothing of one in which they cannot be told from a password for certain. */
export function addressOf(url: string): string {
  const [, rest = ''] = /^mongodb(?:\+srv)?:\/\/(.*)$/is.exec(url) ?? [];
  const [beforeOptions = '', ...options] = rest.split(/[?#]/);
  const hosts = beforeOptions.slice(beforeOptions.lastIndexOf('@') + 1).split('/', 1)[0] ?? '';
  const isCertain = !options.join('').includes('@') && /^[\w.,:[\]-]+$/.test(hosts);
  return isCertain ? hosts : 'not readable';
}
