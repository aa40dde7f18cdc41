import type { FileHandle } from './file-handle.ts';

/** Remembers the files of uploads that are under way, by their fingerprints. */
export interface KeptFiles {
  keep(fingerprint: string, handle: FileHandle): Promise<void>;
  /** Undefined where none is kept. */
  find(fingerprint: string): Promise<FileHandle | undefined>;
  forget(fingerprint: string): Promise<void>;
}

const databaseName = 'vigil-uploads';
const storeName = 'files';

/**
 * Handles of files in the browser's database, for one user. A handle is no more than the right to ask for the file again. Nothing is kept
 * where the browser keeps nothing; nothing fails.
 */
export class FileHandleStore implements KeptFiles {
  readonly #userId: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(userId: string) {
    this.#userId = userId;
  }

  async keep(fingerprint: string, handle: FileHandle): Promise<void> {
    await this.#inTurn((files) => files.put(handle, this.#key(fingerprint)));
  }

  async find(fingerprint: string): Promise<FileHandle | undefined> {
    return (await this.#inTurn((files) => files.get(this.#key(fingerprint)))) as FileHandle | undefined;
  }

  async forget(fingerprint: string): Promise<void> {
    await this.#inTurn((files) => files.delete(this.#key(fingerprint)));
  }

  /** Forgets what is kept of uploads that are none any more. @param isKnown Tells fingerprints that are. */
  async forgetOthers(isKnown: (fingerprint: string) => boolean): Promise<void> {
    const keys = ((await this.#inTurn((files) => files.getAllKeys())) ?? []) as readonly (readonly [string, string])[];
    for (const [userId, fingerprint] of keys) {
      if (userId === this.#userId && !isKnown(fingerprint)) await this.forget(fingerprint);
    }
  }

  #key(fingerprint: string): [string, string] {
    return [this.#userId, fingerprint];
  }

  /** One after the other: what is forgotten must not be kept by a write that began before. */
  #inTurn(ask: (files: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const answer = this.#last.then(() => inDatabase(ask)).catch(() => undefined);
    this.#last = answer;
    return answer;
  }
}

/** Forgets the files of everybody at this browser: who signs out leaves nothing behind. */
export async function forgetAllFiles(): Promise<void> {
  await inDatabase((files) => files.clear()).catch(() => undefined);
}

async function inDatabase(ask: (files: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = indexedDB.open(databaseName, 1);
  opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore(storeName));
  const database = await resultOf(opening);
  try {
    return await resultOf(ask(database.transaction(storeName, 'readwrite').objectStore(storeName)));
  } finally {
    database.close();
  }
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database of the browser failed')));
  });
}
