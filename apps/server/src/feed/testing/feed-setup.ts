import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Store } from '@vigil/store';
import { onTestFinished } from 'vitest';
import type { FeedLimits } from '../feed-limits.ts';
import { TestFeedClient } from './feed-client.ts';
import { known, startTestFeed, type TestFeed } from './feed-service.ts';
import { incidentEvent } from './sample-events.ts';

/** A file for a store, in a folder that goes with the test. */
export function storeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-feed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'vigil.sqlite');
}

/** A store that is closed with the test. */
export async function openStore(file = storeFile()): Promise<Store> {
  const store = await openSqliteStore({ file });
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
}

/** A feed that is closed with the test. */
export async function startFeed(store: Store, limits: Partial<FeedLimits> = {}): Promise<TestFeed> {
  const feed = await startTestFeed(store, limits);
  onTestFinished(() => feed[Symbol.asyncDispose]());
  return feed;
}

/** A client that is gone with the test. @param query Of the address, with its question mark */
export async function connectTo(feed: TestFeed, query = ''): Promise<TestFeedClient> {
  const client = await TestFeedClient.open(feed.url + query, known);
  onTestFinished(() => client[Symbol.dispose]());
  return client;
}

/** Whole numbers from the first to the last. */
export function ascending(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Messages that incidents `i-…` are new. */
export function incidents(first: number, last: number): ReturnType<typeof incidentEvent>[] {
  return ascending(first, last).map((number) => incidentEvent(`i-${number}`));
}
