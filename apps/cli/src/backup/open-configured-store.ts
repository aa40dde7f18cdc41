import { mkdir, readFile } from 'node:fs/promises';
import { VigilError } from '@vigil/contracts';
import { openMongoStore, openSqliteStore, type Store } from '@vigil/store';
import type { Configuration } from '../config.ts';
import { writing } from '../output/write-failure.ts';

/**
 * Opens the store that the services use.
 *
 * @param frozen Whether to see it as it is now, whatever services write meanwhile; MongoDB cannot.
 */
export async function openConfiguredStore(configuration: Configuration, frozen: boolean): Promise<Store> {
  const { dataFolder, databaseFile, mongoDatabaseName } = configuration;
  const url = await readMongoUrl(configuration);
  if (url !== null) return openMongoStore({ url, databaseName: mongoDatabaseName });
  await writing(dataFolder, () => mkdir(dataFolder, { recursive: true }));
  return openSqliteStore({ file: databaseFile, frozen });
}

async function readMongoUrl({ mongoUrl, mongoUrlFile }: Configuration): Promise<string | null> {
  if (mongoUrl !== null || mongoUrlFile === null) return mongoUrl;
  try {
    const [line = ''] = (await readFile(mongoUrlFile, 'utf8')).split(/\r?\n/);
    return line;
  } catch (error) {
    const message = `MONGODB_URL_FILE names ${JSON.stringify(mongoUrlFile)}, which cannot be read`;
    throw new VigilError('bad-request', message, { path: mongoUrlFile }, error);
  }
}
