import { expect, test } from 'vitest';
import { interpretQuery } from './interpret-query.ts';

const now = new Date(2026, 10, 23, 15, 30);

test('words that name a kind, a severity, a status and a time are understood, the others are text', () => {
  expect(interpretQuery('confirmed fall stairs yesterday alarms', now)).toEqual({
    kind: 'pose.fall',
    severity: 'critical',
    status: 'confirmed',
    span: { from: new Date(2026, 10, 22), before: new Date(2026, 10, 23), words: 'yesterday' },
    text: 'stairs',
  });
});

test('a phrase goes before the words in it', () => {
  expect(interpretQuery('object left behind gate', now)).toMatchObject({ kind: 'object.left', text: 'gate' });
});

test('what stands in quotes is text alone', () => {
  expect(interpretQuery('"new fall" today', now)).toMatchObject({ kind: null, status: null, text: 'new fall' });
});

test.each([
  ['last 2 hours', new Date(2026, 10, 23, 13, 30), new Date(2026, 10, 23, 15, 31)],
  ['2026-11-20', new Date(2026, 10, 20), new Date(2026, 10, 21)],
  ['2026-11-20 12:00–14:00', new Date(2026, 10, 20, 12), new Date(2026, 10, 20, 14)],
  ['22:00-02:00', new Date(2026, 10, 23, 22), new Date(2026, 10, 24, 2)],
  ['monday', new Date(2026, 10, 23), new Date(2026, 10, 24)],
  ['tuesday', new Date(2026, 10, 17), new Date(2026, 10, 18)],
])('the time “%s”', (query, from, before) => {
  const { span, text } = interpretQuery(query, now);
  expect(span).toMatchObject({ from, before });
  expect(text).toBe('');
});

test.each(['2026-02-31', '25:99-26:00'])('what is no time stays text: %s', (query) => {
  expect(interpretQuery(query, now)).toMatchObject({ span: null, text: query });
});

test('an empty query means nothing', () => {
  expect(interpretQuery('  ', now)).toEqual({ kind: null, severity: null, status: null, span: null, text: '' });
});

test('words that every object knows are words like others', () => {
  expect(interpretQuery('constructor valueOf', now)).toMatchObject({ severity: null, status: null, text: 'constructor valueof' });
});
