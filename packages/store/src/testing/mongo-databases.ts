import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { TestDatabase } from '../contract/test-database.ts';
import { openMongoStore } from '../mongo/open-mongo-store.ts';
import type { Store } from '../port/store.ts';
import { testMongoServer } from './mongo-server.ts';

/** The database of one test file, empty for each test and dropped at the end. */
export class MongoTestDatabases implements AsyncDisposable {
  readonly databaseName = `vigil-test-${randomUUID().slice(0, 8)}`;
  readonly #givenUrl: string;
  readonly #parts = new AsyncDisposableStack();
  #store: Store | undefined;
  #url = '';

  /** @param givenUrl Server that the run was given; empty where it was given none. */
  constructor(givenUrl: string) {
    this.#givenUrl = givenUrl;
  }

  /** URL of the server, after {@link start}. */
  get url(): string {
    return this.#url;
  }

  /** Starts the server where none was given, and opens the database. */
  async start(): Promise<void> {
    const server = this.#parts.use(await testMongoServer(this.#givenUrl));
    this.#url = server.url;
    this.#parts.defer(() => this.#drop());
    this.#store = this.#parts.use(await openMongoStore({ url: this.#url, databaseName: this.databaseName }));
  }

  /** The database without any record. */
  async empty(): Promise<TestDatabase> {
    await this.#store?.clear();
    const opened = new AsyncDisposableStack();
    return {
      open: async (clock) => opened.use(await openMongoStore({ url: this.#url, databaseName: this.databaseName, clock })),
      [Symbol.asyncDispose]: () => opened.disposeAsync(),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync();
  }

  async #drop(): Promise<void> {
    await using client = new MongoClient(this.#url);
    await client.db(this.databaseName).dropDatabase();
  }
}
