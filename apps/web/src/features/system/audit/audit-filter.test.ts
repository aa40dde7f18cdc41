import { expect, it } from 'vitest';
import { addressOfFilter, filterOfAddress, queryOfFilter } from './audit-filter.ts';

const filter = { actorId: 'u-1', action: 'user.change', target: '', from: '2026-11-23T10:00', before: '' };

it('a filter goes into the address and comes back, and leaves the rest of the address alone', () => {
  const address = addressOfFilter(new URLSearchParams('tab=audit&target=user:1'), filter);
  expect([...address.keys()].toSorted()).toEqual(['action', 'actorId', 'from', 'tab']);
  expect(filterOfAddress(address)).toEqual(filter);
});

it('what is empty or no moment is not asked for', () => {
  expect(queryOfFilter({ ...filter, before: 'soon' })).toEqual({
    actorId: 'u-1',
    action: 'user.change',
    from: new Date('2026-11-23T10:00').toISOString(),
  });
});
