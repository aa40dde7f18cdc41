import { expect, it } from 'vitest';
import { addressOf, filterCount, queryOf, readView, withoutFilters } from './incident-view.ts';

const full =
  'status=all&from=2026-11-01T08%3A00%3A00.000Z&before=2026-11-02T08%3A00%3A00.000Z&videoId=v-1&sourceId=yard&kind=pose.fall&severity=critical&tag=night&assignedTo=me&held=true&reviewed=false&text=red+car';

it('an address is read and written without loss', () => {
  expect(addressOf(readView(new URLSearchParams(full))).toString()).toBe(full);
  expect(addressOf(readView(new URLSearchParams(''))).toString()).toBe('');
  expect(addressOf(readView(new URLSearchParams('status=new&span=24h'))).toString()).toBe('span=24h');
});

it.each([
  'status=open',
  'span=2y',
  'span=toString',
  'from=yesterday',
  'kind=motion',
  'kind=constructor',
  'severity=high',
  'sourceId=../x',
  'held=1',
  'text=%20',
  'x=1',
])('what nobody could have chosen is left open: %s', (address) => {
  expect(readView(new URLSearchParams(address))).toEqual(readView(new URLSearchParams()));
});

it('the API is asked for what the view names', () => {
  expect(queryOf(readView(new URLSearchParams(full)), 'user-1', 0)).toEqual({
    from: '2026-11-01T08:00:00.000Z',
    before: '2026-11-02T08:00:00.000Z',
    videoId: 'v-1',
    sourceId: 'yard',
    kind: 'pose.fall',
    severity: 'critical',
    tag: 'night',
    assignedTo: 'user-1',
    held: 'true',
    reviewed: 'false',
    text: 'red car',
  });
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  expect(queryOf(readView(new URLSearchParams('span=24h&before=2026-01-01T00:00:00Z')), 'user-1', now)).toEqual({
    status: 'new',
    from: '2026-11-22T12:00:00.000Z',
  });
});

it('filters are counted, and taken away in one step', () => {
  const view = readView(new URLSearchParams(full));
  expect(filterCount(view)).toBe(10);
  expect(filterCount(withoutFilters(view))).toBe(0);
  expect(addressOf(withoutFilters(view)).toString()).toBe('status=all');
});
