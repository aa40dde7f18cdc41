import { expect, it } from 'vitest';
import { draftOf, draftsOf, retentionOf } from './retention-draft.ts';

it('limits go into the form and come back out of it', () => {
  const limits = { maxAgeDays: 30, maxBytes: 500_000_000_000 };
  expect(draftOf(limits)).toEqual({ days: 30, gigabytes: 500 });
  expect(retentionOf(draftOf(limits))).toEqual(limits);
  expect(draftsOf({ gate: limits })).toEqual({ gate: { days: 30, gigabytes: 500 } });
});

it('an empty field and nonsense are no limit', () => {
  expect(draftOf({ maxAgeDays: null, maxBytes: null })).toEqual({ days: '', gigabytes: '' });
  expect(retentionOf({ days: '', gigabytes: '' })).toEqual({ maxAgeDays: null, maxBytes: null });
  expect(retentionOf({ days: 0, gigabytes: '-' })).toEqual({ maxAgeDays: null, maxBytes: null });
});
