import type { IncidentSummary } from '@vigil/contracts';
import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { patchLists } from './patch-lists.ts';

function incident(id: string, changes: object = {}): IncidentSummary {
  return { id, version: 1, status: 'new', reviewed: false, ...changes } as unknown as IncidentSummary;
}

it('foreseen changes show in every list, and give way to what the feed has brought', () => {
  const client = new QueryClient();
  const key = ['incident', 'list', {}, null];
  const other = { items: [incident('z')], nextCursor: null };
  const fed = incident('b', { version: 2, status: 'dismissed' });
  client.setQueryData(key, { items: [incident('a'), fed], nextCursor: null });
  client.setQueryData(['incident', 'list', 'other'], other);
  const changed = { status: 'confirmed', reviewed: true };
  patchLists(client, new Map(['a', 'b'].map((id) => [id, incident(id, changed)])));
  expect(client.getQueryData(key)).toEqual({
    items: [incident('a', changed), { ...fed, reviewed: true }],
    nextCursor: null,
  });
  expect(client.getQueryData(['incident', 'list', 'other'])).toBe(other);
});
