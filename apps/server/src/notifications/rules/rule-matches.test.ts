import type { NotificationRule, Schedule } from '@vigil/contracts';
import { expect, test } from 'vitest';
import { sampleIncidentRecord } from '../../testing/sample-incident.ts';
import { sampleRule } from '../testing/sample-rule.ts';
import { ruleMatches } from './rule-matches.ts';
import { isWithin, requireTimeZone } from './schedule.ts';

const at = Date.parse('2026-11-23T12:00:00Z');

function rule(values: Partial<NotificationRule>): NotificationRule {
  return {
    ...sampleRule('r'),
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...values,
  };
}

const incident = sampleIncidentRecord('i', {
  severity: 'warning',
  kinds: ['pose.fall', 'pose.lying'],
  sourceId: 'yard',
  videoId: 'v-1',
});

test.each<[string, Partial<NotificationRule>, boolean]>([
  ['everything', {}, true],
  ['disabled', { enabled: false }, false],
  ['the same severity', { leastSeverity: 'warning' }, true],
  ['a higher severity', { leastSeverity: 'critical' }, false],
  ['one of its kinds', { kinds: ['pose.lying'] }, true],
  ['other kinds', { kinds: ['audio.loud'] }, false],
  ['its source', { sourceIds: ['gate', 'yard'] }, true],
  ['its video', { sourceIds: ['v-1'] }, true],
  ['another source', { sourceIds: ['gate'] }, false],
  ['snoozed', { snoozedUntil: '2026-11-23T12:00:01.000Z' }, false],
  ['snoozed until now', { snoozedUntil: '2026-11-23T12:00:00.000Z' }, true],
  ['made later', { createdAt: '2026-11-23T12:00:01.000Z' }, false],
  ['a time of day', { schedule: { timeZone: 'UTC', days: [1], from: '11:00', to: '13:00' } }, true],
  ['another day', { schedule: { timeZone: 'UTC', days: [2], from: '11:00', to: '13:00' } }, false],
])('a rule for %s', (_, values, matches) => {
  expect(ruleMatches(rule(values), incident, at)).toBe(matches);
});

const night: Schedule = { timeZone: 'Europe/Berlin', days: [5], from: '22:00', to: '06:00' };
const always: Schedule = { timeZone: 'Asia/Kolkata', days: [1], from: '00:00', to: '00:00' };
const newYork: Schedule = { timeZone: 'America/New_York', days: [7], from: '01:30', to: '03:30' };

test.each<[string, Schedule, string, boolean]>([
  ['Friday evening', night, '2026-11-27T21:00:00Z', true],
  ['just before', night, '2026-11-27T20:59:59Z', false],
  ['past midnight', night, '2026-11-28T04:59:00Z', true],
  ['its end', night, '2026-11-28T05:00:00Z', false],
  ['the night before', night, '2026-11-27T04:00:00Z', false],
  ['summer time', night, '2026-07-03T20:00:00Z', true],
  ['the whole day', always, '2026-11-22T18:30:00Z', true],
  ['the day after', always, '2026-11-23T18:30:00Z', false],
  ['an hour that is left out', newYork, '2026-03-08T06:59:00Z', true],
  ['after the hour that is left out', newYork, '2026-03-08T07:29:00Z', true],
  ['the end after the hour that is left out', newYork, '2026-03-08T07:30:00Z', false],
  ['the second time of an hour that comes twice', newYork, '2026-11-01T06:45:00Z', true],
  ['Sunday before Monday', { ...night, days: [7] }, '2026-11-30T04:00:00Z', true],
])('a schedule at %s', (_, schedule, moment, holds) => {
  expect(isWithin(schedule, Date.parse(moment))).toBe(holds);
});

test('a time zone that is none is refused', () => {
  requireTimeZone('Europe/Berlin');
  expect(() => requireTimeZone('Mars/Olympus')).toThrow('no time zone');
});
