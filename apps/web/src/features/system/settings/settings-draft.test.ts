import { expect, test } from 'vitest';
import { changeOf } from './settings-draft.ts';

test('only what was touched is changed', () => {
  expect(changeOf({})).toEqual({});
  expect(changeOf({ auditDays: '30', queuePaused: false })).toEqual({ auditDays: 30, queuePaused: false });
});
