import type { Video } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { filtersOf, isNarrowed, matches, noFilters, queryOf, searchOf, type VideoFilters } from './video-filters.ts';

const all: VideoFilters = { text: 'gate night', source: 'yard', since: 'week', mine: true, order: 'oldest' };

describe('the address of filters', () => {
  it.each([noFilters, all, { ...noFilters, order: 'oldest' as const }])('is read as it was written: %o', (filters) => {
    expect(filtersOf(new URLSearchParams(searchOf(filters)))).toEqual(filters);
  });

  it('is empty where nothing is left out', () => {
    expect(searchOf(noFilters)).toEqual({});
    expect(isNarrowed({ ...noFilters, order: 'oldest' })).toBe(false);
    expect(isNarrowed(all)).toBe(true);
  });

  it('may hold anything', () => {
    expect(filtersOf(new URLSearchParams('since=always&order=up&mine=yes'))).toEqual(noFilters);
    expect(filtersOf(new URLSearchParams('since=toString'))).toEqual(noFilters);
  });
});

it('asks the server for what the filters say', () => {
  const now = Date.parse('2026-11-23T12:00:30.000Z');
  expect(queryOf(noFilters, 'olga', now)).toEqual({ order: 'newest-first' });
  expect(queryOf(all, 'olga', now)).toEqual({
    text: 'gate night',
    sourceId: 'yard',
    from: '2026-11-16T12:00:00.000Z',
    uploadedBy: 'olga',
    order: 'oldest-first',
  });
});

it('knows which new videos belong to the list', () => {
  const video = { name: 'Gate at Night.mp4', sourceId: 'yard', uploadedBy: 'olga' } as Video;
  expect(matches(video, noFilters, 'karl')).toBe(true);
  expect(matches(video, all, 'olga')).toBe(true);
  expect(matches(video, all, 'karl')).toBe(false);
  expect(matches(video, { ...noFilters, text: 'day' }, 'olga')).toBe(false);
  expect(matches(video, { ...noFilters, source: 'gate' }, 'olga')).toBe(false);
});
