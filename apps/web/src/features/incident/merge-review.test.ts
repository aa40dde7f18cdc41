import { describe, expect, it } from 'vitest';
import { bothOf, conflictingFields, type Reviewed } from './merge-review.ts';

const base: Reviewed = { status: 'new', note: 'A bag', tags: ['gate'], assignedTo: null, held: false };

describe('two people at one incident', () => {
  it('fit together where they change different things', () => {
    expect(conflictingFields(base, { ...base, note: 'A box' }, { status: 'confirmed' })).toEqual([]);
    expect(conflictingFields(base, { ...base, held: true }, { held: true })).toEqual([]);
    expect(conflictingFields(base, base, { tags: ['gate', 'bag'] })).toEqual([]);
  });

  it('conflict where both change the same in different ways', () => {
    const current = { ...base, status: 'dismissed' as const, tags: ['gate', 'cat'] };
    expect(conflictingFields(base, current, { status: 'confirmed', tags: ['gate', 'bag'] })).toEqual(['status', 'tags']);
  });

  it('can both be kept where they write', () => {
    const current = { ...base, note: 'A box', tags: ['gate', 'cat'] };
    expect(bothOf(current, { note: 'A bag of tools', tags: ['bag'] })).toEqual({
      note: 'A box\n\nA bag of tools',
      tags: ['gate', 'cat', 'bag'],
    });
    expect(bothOf(current, { note: 'A box, and more' })).toEqual({ note: 'A box, and more' });
  });
});
