import { expect, test } from 'vitest';
import { parseSnoozes, withSnooze } from './snoozes.ts';

const gate = { sourceId: 'gate', sourceName: 'Gate', untilMs: 2000 };

test('snoozes end, and what is none is left out', () => {
  expect(parseSnoozes(JSON.stringify([gate, { ...gate, sourceId: 'yard', untilMs: 900 }, { sourceId: 1 }, null]), 1000)).toEqual([
    gate,
  ]);
  expect(parseSnoozes(null, 1000)).toEqual([]);
  expect(parseSnoozes('{', 1000)).toEqual([]);
  expect(parseSnoozes('{}', 1000)).toEqual([]);
});

test('a source is snoozed once', () => {
  expect(withSnooze([gate], { ...gate, untilMs: 5000 })).toEqual([{ ...gate, untilMs: 5000 }]);
});
