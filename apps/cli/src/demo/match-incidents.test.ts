import type { BoundingBox, Incident } from '@vigil/contracts';
import { expect, it } from 'vitest';
import { analysisWith, incidentWith } from '../fixtures/analysis.ts';
import { matchIncidents } from './match-incidents.ts';
import type { PlantedEvent } from './scene/planted-event.ts';
import { isFlawless, seedText } from './seed-text.ts';
import { verdictText } from './verdict-text.ts';

const right: BoundingBox = { left: 0.7, top: 0.5, width: 0.1, height: 0.2 };
const left: BoundingBox = { left: 0.1, top: 0.5, width: 0.1, height: 0.2 };

const bag: PlantedEvent = {
  kind: 'left-bag',
  description: 'a suitcase is left behind',
  startSeconds: 50,
  endSeconds: 78,
  expectedKinds: ['object.left'],
  path: [50, 60, 70, 78].map((seconds) => ({ seconds, box: right })),
};
const runner: PlantedEvent = {
  kind: 'runner',
  description: 'somebody runs',
  startSeconds: 16,
  endSeconds: 19,
  expectedKinds: ['motion.speed'],
  path: [16, 17, 18, 19].map((seconds) => ({ seconds, box: left })),
};

function incident(startSeconds: number, endSeconds: number, box: BoundingBox, kinds: Incident['kinds']): Incident {
  return incidentWith({ id: `${startSeconds}`, startSeconds, endSeconds, boundingBoxes: [box], kinds });
}

it('takes an incident at the same time and place for the event', () => {
  const match = matchIncidents(
    [incident(16.5, 18, left, ['motion.speed']), incident(57, 60, right, ['object.left'])],
    [runner, bag],
  );
  expect(match).toEqual({ eventOfIncident: [runner, bag], missed: [], misnamed: [] });
  expect(verdictText([runner, bag], match)).toContain('2 of 2 found, no false alarm.');
});

it('tells another time, another place and another name apart', () => {
  const incidents = [
    incident(30, 31, left, ['motion.speed']),
    incident(17, 18, right, ['motion.speed']),
    incident(57, 60, right, ['object.unusual']),
  ];
  const match = matchIncidents(incidents, [runner, bag]);
  expect(match).toEqual({ eventOfIncident: [null, null, bag], missed: [runner], misnamed: [bag] });
  const text = verdictText([runner, bag], match);
  expect(text).toContain('somebody runs: MISSED');
  expect(text).toContain('left behind: found, under another name');
  expect(text).toContain('1 of 2 found, 2 FALSE ALARMS.');
  const outcome = { result: analysisWith(incidents), events: [runner, bag], match };
  expect(isFlawless(outcome)).toBe(false);
  expect(seedText(3, 61.7, outcome)).toBe(
    'seed 3 (62 s): runner MISSED, left-bag found under another name; FALSE ALARM at 0:30.0: motion.speed; FALSE ALARM at 0:17.0: motion.speed',
  );
});

it('tells what has no place in the picture by the sense that noticed it', () => {
  const bang: PlantedEvent = {
    kind: 'bang',
    description: 'a bang',
    startSeconds: 30,
    endSeconds: 30.5,
    expectedKinds: ['audio.impulse'],
    path: null,
  };
  const incidents = [
    incident(30, 30.3, left, ['motion.speed']),
    incident(29.9, 30.4, left, ['audio.loud']),
    incident(60, 60.3, left, ['audio.impulse']),
  ];
  expect(matchIncidents(incidents, [bang])).toEqual({ eventOfIncident: [null, bang, null], missed: [], misnamed: [bang] });
  expect(matchIncidents([incident(30, 30.4, left, ['audio.impulse'])], [bang]).misnamed).toEqual([]);
});

it('takes the event that an incident names where several are at the same time and place', () => {
  const fallen: PlantedEvent = { ...bag, kind: 'collapse', description: 'somebody falls', expectedKinds: ['pose.fall'] };
  const cover: PlantedEvent = { ...bag, kind: 'covered-camera', expectedKinds: ['camera.covered'], path: null };
  const incidents = [
    incident(50, 60, right, ['pose.fall', 'motion.speed']),
    incident(55, 60, right, ['camera.covered']),
    incident(57, 60, right, ['object.left']),
  ];
  const { eventOfIncident } = matchIncidents(incidents, [bag, fallen, cover]);
  expect(eventOfIncident).toEqual([fallen, cover, bag]);
  expect(matchIncidents([incident(55, 60, right, ['camera.moved'])], [bag, fallen]).eventOfIncident).toEqual([null]);
});
