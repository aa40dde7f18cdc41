import type { FeedMessage } from '@vigil/contracts';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { applyToCache, isOnFeed } from './record-cache.ts';

const page = {
  items: [
    { id: 'a', version: 2, status: 'new', reviewed: true },
    { id: 'b', version: 1 },
  ],
  nextCursor: null,
};

function update(record: object): FeedMessage {
  return { sequence: 1, at: '2026-11-23T10:00:00.000Z', topic: 'incident', type: 'update', record } as unknown as FeedMessage;
}

function filled(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(['incident', 'a'], page.items[0]);
  client.setQueryData(['incident', 'list', {}, null], page);
  client.setQueryData(['incident', 'list', 'endless'], { pages: [page], pageParams: [null] });
  client.setQueryData(['video', 'list'], page);
  return client;
}

it('a newer record goes in place, and what only replies tell one reader stays', () => {
  const client = filled();
  applyToCache(client, update({ id: 'a', version: 3, status: 'confirmed' }));
  const next = { id: 'a', version: 3, status: 'confirmed', reviewed: true };
  expect(client.getQueryData(['incident', 'a'])).toEqual(next);
  expect(client.getQueryData(['incident', 'list', {}, null])).toEqual({ ...page, items: [next, page.items[1]] });
  expect(client.getQueryData(['incident', 'list', 'endless'])).toMatchObject({ pages: [{ items: [next, page.items[1]] }] });
  expect(client.getQueryData(['video', 'list'])).toBe(page);
});

it('an older record and an unknown one change nothing', () => {
  const client = filled();
  applyToCache(client, update({ id: 'a', version: 2, status: 'dismissed' }));
  applyToCache(client, update({ id: 'z', version: 9 }));
  expect(client.getQueryData(['incident', 'list', {}, null])).toBe(page);
  expect(client.getQueryData(['incident', 'z'])).toBeUndefined();
});

it('knows what the feed keeps fresh', () => {
  const keys = [['incident', 'list', {}], ['settings', 'settings'], ['job', 'wall'], ['session'], ['analysis-result', 'a']];
  expect(keys.map((queryKey) => isOnFeed({ queryKey }))).toEqual([true, true, true, false, false]);
});
