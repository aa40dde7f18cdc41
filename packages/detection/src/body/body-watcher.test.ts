import { describe, expect, it } from 'vitest';
import type { FeatureRecord } from '../features/feature-record.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { BodyWatcher } from './body-watcher.ts';
import { BoxFallRule } from './box-fall-rule.ts';
import { figureAspect, figureRecords, type Key, withoutPoses } from './testing/stick-figure.ts';

const stands: Key = { seconds: 2 };
const lies = { hips: 0.12, tilt: 85 };

function watch(records: readonly FeatureRecord[]): RuleEvent[] {
  const watcher = new BodyWatcher({ aspect: figureAspect });
  return [...records.flatMap((record) => watcher.push(record)), ...watcher.end()];
}

function raised(records: readonly FeatureRecord[]): RuleEvent[] {
  return watch(records).filter(({ strength }) => strength >= 1);
}

function boxStrength(records: readonly FeatureRecord[]): number {
  const rule = new BoxFallRule({ aspect: figureAspect });
  for (const record of records) rule.push(record);
  rule.end();
  return rule.highest;
}

const falls: [string, Key[]][] = [
  ['to the side', [{ seconds: 0 }, stands, { seconds: 2.8, ...lies, falls: true }, { seconds: 6 }]],
  ['towards the camera', [{ seconds: 0, heading: 90 }, stands, { seconds: 2.8, ...lies, falls: true }, { seconds: 6 }]],
  ['away from the camera', [{ seconds: 0, heading: -90 }, stands, { seconds: 2.8, ...lies, falls: true }, { seconds: 6 }]],
  [
    'in two stages, over the knees',
    [
      { seconds: 0 },
      stands,
      { seconds: 2.5, hips: 0.45, tilt: 20, falls: true },
      { seconds: 3.1, ...lies, falls: true },
      { seconds: 6 },
    ],
  ],
  ['off a chair', [{ seconds: 0, hips: 0.5, tilt: 10 }, stands, { seconds: 2.8, ...lies, falls: true }, { seconds: 6 }]],
  ['at the end of the footage', [{ seconds: 0 }, stands, { seconds: 2.8, ...lies, falls: true }, { seconds: 3.2 }]],
];

const harmless: [string, Key[]][] = [
  ['stands', [{ seconds: 0 }, { seconds: 8 }]],
  [
    'walks through the picture',
    [
      { seconds: 0, x: 0.3 },
      { seconds: 3, x: 4 },
    ],
  ],
  ['sits down', [{ seconds: 0 }, stands, { seconds: 3, hips: 0.5, tilt: 25 }, { seconds: 3.4, tilt: 10 }, { seconds: 8 }]],
  ['drops onto a chair', [{ seconds: 0 }, stands, { seconds: 2.5, hips: 0.45, tilt: 15, falls: true }, { seconds: 8 }]],
  [
    'picks something up',
    [
      { seconds: 0 },
      stands,
      { seconds: 2.6, hips: 0.85, tilt: 95 },
      { seconds: 3.2 },
      { seconds: 4, hips: 0.9, tilt: 4 },
      { seconds: 8 },
    ],
  ],
  [
    'crouches and gets up',
    [
      { seconds: 0 },
      stands,
      { seconds: 2.6, hips: 0.3, tilt: 55 },
      { seconds: 3.2 },
      { seconds: 3.8, hips: 0.9, tilt: 4 },
      { seconds: 8 },
    ],
  ],
  [
    'ties a shoe for long',
    [
      { seconds: 0 },
      stands,
      { seconds: 2.8, hips: 0.6, tilt: 80 },
      { seconds: 6 },
      { seconds: 7, hips: 0.9, tilt: 4 },
      { seconds: 8 },
    ],
  ],
  [
    'jumps',
    [
      { seconds: 0 },
      stands,
      { seconds: 2.3, hips: 1.25 },
      { seconds: 2.6, hips: 0.75, falls: true },
      { seconds: 2.8, hips: 0.9 },
      { seconds: 6 },
    ],
  ],
  [
    'lies down with care',
    [{ seconds: 0 }, stands, { seconds: 3.5, hips: 0.4, tilt: 15 }, { seconds: 6, ...lies }, { seconds: 9 }],
  ],
];

describe('BodyWatcher on falls', () => {
  it.each(falls)('finds one who falls %s, once', (_, keys) => {
    const events = raised(figureRecords(keys));
    expect(events.map(({ kind }) => kind)).toEqual(['pose.fall']);
    const [fall] = events;
    expect(fall.startSeconds).toBeGreaterThan(1.9);
    expect(fall.peakSeconds).toBeLessThan(3.2);
    expect(fall.decidedSeconds - fall.peakSeconds).toBeLessThan(1.3);
    expect(fall.trackId).toBe(7);
    expect(fall.details).toMatchObject({ measuredBy: 'pose' });
  });

  it.each(harmless)('finds nothing where one %s', (_, keys) => {
    expect(raised(figureRecords(keys))).toEqual([]);
  });

  it('measures how much slower lying down with care is', () => {
    const [, keys] = harmless[harmless.length - 1];
    const descents = watch(figureRecords(keys)).filter(({ kind }) => kind === 'pose.fall');
    expect(Math.max(0, ...descents.map(({ strength }) => strength))).toBeLessThan(0.75);
  });

  it('goes on by the box where the pose is lost in the fall', () => {
    const records = withoutPoses(figureRecords(falls[0][1]), 2.5);
    // a person whose box stands still is not seen: let it shake as boxes do
    const seen = records.map((record, i) => ({
      ...record,
      people:
        record.people &&
        record.people.map((person) => ({ ...person, box: { ...person.box, left: person.box.left + (i % 2) / 500 } })),
    }));
    expect(raised(seen).map(({ kind }) => kind)).toEqual(['pose.fall']);
  });

  it('says so where there were boxes alone', () => {
    const records = withoutPoses(
      figureRecords([{ seconds: 0 }, stands, { seconds: 2.6, ...lies, falls: true }, { seconds: 5, x: 1.05 }]),
      0,
    );
    const shaken = records.map((record, i) => ({
      ...record,
      people:
        record.people &&
        record.people.map((person) => ({ ...person, box: { ...person.box, left: person.box.left + (i % 2) / 500 } })),
    }));
    const [fall] = raised(shaken);
    expect(fall.summary).toContain('No pose could be measured');
    expect(fall.details).toMatchObject({ measuredBy: 'box' });
    expect(boxStrength(shaken)).toBeGreaterThan(fall.strength);
  });

  it.each([
    ['with poses until half of the body is gone', 3.2],
    ['by the box alone', 0],
  ])('finds nothing where one walks out of the picture across its lower edge, %s', (_, poseSeconds) => {
    const keys: Key[] = [{ seconds: 0, down: 0 }, { seconds: 2 }, { seconds: 4, down: 0.5 }];
    const records = withoutPoses(figureRecords(keys), poseSeconds);
    expect(raised(records)).toEqual([]);
    expect(boxStrength(records)).toBeLessThan(1);
  });

  it('finds one who falls and lies at the lower edge', () => {
    const keys: Key[] = [{ seconds: 0, down: 0.1 }, { seconds: 2 }, { seconds: 2.8, ...lies, falls: true }, { seconds: 6 }];
    expect(raised(figureRecords(keys)).map(({ kind }) => kind)).toEqual(['pose.fall']);
  });

  it('makes nothing of a track in which the pose model found nobody', () => {
    const records = withoutPoses(figureRecords(falls[0][1], -4), 0);
    expect(watch(records)).toEqual([]);
  });

  it('finds nothing where the person is lost for good', () => {
    const records = figureRecords(falls[0][1]).map((record) => (record.seconds > 2.4 ? { ...record, people: [] } : record));
    expect(raised(records)).toEqual([]);
  });

  it('finds nothing where nobody looked for bodies', () => {
    expect(watch(figureRecords(falls[0][1]).map((record) => ({ ...record, people: null })))).toEqual([]);
  });

  it('tells a fall and the long lying after it as one event', () => {
    const events = raised(figureRecords([...falls[0][1].slice(0, 3), { seconds: 30 }]));
    expect(events.map(({ kind }) => kind)).toEqual(['pose.fall']);
    expect(events[0].endSeconds).toBe(30);
  });

  it('keeps both when somebody else is followed on the floor', () => {
    const records = figureRecords([...falls[0][1].slice(0, 3), { seconds: 30 }]).map((record) =>
      record.seconds < 5 ? record : { ...record, people: record.people && record.people.map((person) => ({ ...person, id: 2 })) },
    );
    expect(raised(records).map(({ kind }) => kind)).toEqual(['pose.fall']);
  });
});

describe('BodyWatcher on what else bodies do', () => {
  it('finds one who lies still', () => {
    const [event, ...others] = raised(figureRecords([{ seconds: 0, ...lies }, { seconds: 15 }]));
    expect(others).toEqual([]);
    expect(event).toMatchObject({ kind: 'pose.lying', decidedSeconds: 10, endSeconds: 15, strength: 1.5 });
    expect(raised(figureRecords([{ seconds: 0, ...lies }, { seconds: 9 }]))).toEqual([]);
  });

  it('finds no still one who crawls on', () => {
    expect(
      raised(
        figureRecords([
          { seconds: 0, ...lies, x: 0.8 },
          { seconds: 15, x: 4 },
        ]),
      ),
    ).toEqual([]);
  });

  it('finds raised arms that stay up', () => {
    const up = (seconds: number): Key[] => [
      { seconds: 0 },
      { seconds: 1 },
      { seconds: 1.2, arms: 1 },
      { seconds: 1.2 + seconds },
      { seconds: 1.4 + seconds, arms: 0 },
      { seconds: 6 },
    ];
    expect(raised(figureRecords(up(2))).map(({ kind }) => kind)).toEqual(['pose.raised-arms']);
    expect(raised(figureRecords(up(0.4)))).toEqual([]);
  });

  it('finds one who runs', () => {
    const [event, ...others] = raised(
      figureRecords([
        { seconds: 0, x: 0.5 },
        { seconds: 1, x: 0.5 },
        { seconds: 2.4, x: 4.3 },
      ]),
    );
    expect(others).toEqual([]);
    expect(event.kind).toBe('pose.running');
    expect(event.details.speedBodyLengthsPerSecond).toBeGreaterThan(1.5);
  });
});

describe('BoxFallRule', () => {
  it('finds falls across the picture and misses those along the view that poses show', () => {
    expect(boxStrength(figureRecords(falls[0][1]))).toBeGreaterThan(1);
    expect(boxStrength(figureRecords(harmless[1][1]))).toBe(0);
  });
});
