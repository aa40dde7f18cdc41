import type { BoundingBox } from '@vigil/contracts';
import { describe, expect, it } from 'vitest';
import { cellCount, makeFeatureGrid } from '../features/feature-grid.ts';
import type { FeatureRecord, MotionSample } from '../features/feature-record.ts';
import type { RuleEvent } from '../incidents/rule-event.ts';
import { makeMotion, makeRecord } from '../testing/records.ts';
import { FightWatcher } from './fight-watcher.ts';

const grid = makeFeatureGrid(320, 240);
const left: BoundingBox = { left: 0.4, top: 0.3, width: 0.16, height: 0.5 };
const right: BoundingBox = { left: 0.56, top: 0.3, width: 0.16, height: 0.5 };
const far: BoundingBox = { left: 0.05, top: 0.3, width: 0.1, height: 0.5 };

/** All cells move against themselves so much, body heights (half a picture) a second. */
function motionOf(agitation: number): MotionSample {
  const cells = Array.from({ length: cellCount(grid) }, (_, cell) => cell);
  return makeMotion(cells.map((cell) => ({ cell, velocityX: 0.2, velocityY: 0, incoherence: agitation / 2 })));
}

/** A scene of some seconds, five moments a second, looked at every third moment. */
function scene(
  seconds: number,
  agitation: (seconds: number) => number | null,
  people: (seconds: number) => readonly BoundingBox[],
): FeatureRecord[] {
  return Array.from({ length: seconds * 5 }, (_, index) => {
    const now = index / 5;
    const amount = agitation(now);
    return makeRecord(index, now, {
      motion: amount === null || index === 0 ? null : motionOf(amount),
      sightings: index % 3 === 1 ? people(now).map((box) => ({ box, score: 0.3 })) : null,
    });
  });
}

function watch(records: readonly FeatureRecord[]): { events: RuleEvent[]; highest: number } {
  const watcher = new FightWatcher(grid);
  const events = [...records.flatMap((record) => watcher.push(record)), ...watcher.end()];
  return { events, highest: watcher.highest };
}

const duringFight = (now: number): number => (now > 4 && now < 8 ? 0.18 : 0.01);

describe('FightWatcher', () => {
  it('finds agitation of people within reach of each other, from its beginning to its end', () => {
    const { events, highest } = watch(scene(14, duringFight, () => [left, right]));
    expect(events.length).toBe(1);
    const [fight] = events;
    expect(fight).toMatchObject({ kind: 'pose.fight', modality: 'pose', boundingBoxes: [left, right], trackId: null });
    expect(fight.strength).toBeCloseTo(3, 5);
    expect(highest).toBeCloseTo(3, 5);
    expect(Math.abs(fight.startSeconds - 4)).toBeLessThan(0.3);
    expect(Math.abs(fight.endSeconds - 8)).toBeLessThan(1.1);
    expect(fight.peakSeconds).toBeGreaterThan(4);
    expect(fight.peakSeconds).toBeLessThan(8);
    expect(fight.decidedSeconds - 4).toBeLessThan(1.7);
    expect(fight.summary).toContain('0.18 body heights a second, with another person within reach');
  });

  it('is one fight where people pause for a second, two where they stop for five', () => {
    const paused = (now: number): number => ((now > 3 && now < 6) || (now > 7 && now < 10) ? 0.18 : 0.01);
    const stopped = (now: number): number => ((now > 3 && now < 6) || (now > 11 && now < 14) ? 0.18 : 0.01);
    expect(watch(scene(18, paused, () => [left, right])).events.length).toBe(1);
    expect(watch(scene(18, stopped, () => [left, right])).events.length).toBe(2);
  });

  it('remembers for two seconds whom the detector saw: in a scuffle it often sees nobody', () => {
    const seen = (now: number): BoundingBox[] => (now < 5.5 ? [left, right] : []);
    const { events } = watch(scene(14, duringFight, seen));
    expect(events.map(({ strength }) => Math.round(strength))).toEqual([3]);
    expect(events[0].endSeconds).toBeLessThan(8.7);
    expect(watch(scene(14, duringFight, () => [])).events).toEqual([]);
  });

  it.each([
    ['one person alone', () => [left]],
    ['another person far away', () => [left, far]],
  ])('stays below its threshold for %s, however agitated', (_, people) => {
    const { events, highest } = watch(scene(14, (now) => 3 * duringFight(now), people));
    expect(highest).toBeCloseTo(0.9, 5);
    expect(events.map(({ strength }) => strength < 1)).toEqual([true]);
    expect(events[0].summary).toContain('nobody in reach');
  });

  it('ranks people who are too small to judge, and never alarms', () => {
    const small = [left, right].map((box) => ({ ...box, height: 0.2, width: 0.06 }));
    const { events, highest } = watch(scene(14, duringFight, () => small));
    expect(highest).toBeCloseTo(0.9, 5);
    expect(events.map(({ summary }) => summary.includes('too small'))).toEqual([true]);
  });

  it('takes no notice of a gust of half a second', () => {
    const { highest } = watch(
      scene(
        10,
        (now) => (now > 4 && now < 4.5 ? 1 : 0.01),
        () => [left, right],
      ),
    );
    expect(highest).toBeLessThan(0.2);
  });

  it('says how near a source came where it shows no fight', () => {
    const { events, highest } = watch(
      scene(
        10,
        () => 0.03,
        () => [left, right],
      ),
    );
    expect(events.length).toBe(1);
    expect(events[0].strength).toBeCloseTo(0.5, 5);
    expect(highest).toBe(events[0].strength);
  });

  it('judges a clip of a second by what there is', () => {
    const { events } = watch(
      scene(
        1,
        () => 0.12,
        () => [left, right],
      ),
    );
    expect(events.map(({ strength }) => Math.round(strength * 100))).toEqual([200]);
  });

  it('does not join what a gap parts', () => {
    const { events } = watch(
      scene(
        14,
        (now) => (now > 6 && now < 6.3 ? null : duringFight(now)),
        () => [left, right],
      ),
    );
    expect(events.map(({ startSeconds, endSeconds }) => startSeconds < 6.1 && endSeconds > 6.1)).toEqual([false, false]);
  });

  it('gives its score moment by moment', () => {
    const watcher = new FightWatcher(grid);
    const scores = scene(14, duringFight, () => [left, right]).map((record) => {
      watcher.push(record);
      return watcher.strength;
    });
    expect(scores[7.6 * 5]).toBeCloseTo(3, 5);
    expect(scores[3.8 * 5]).toBeCloseTo(1 / 6, 5);
    expect(scores[13 * 5]).toBeCloseTo(1 / 6, 5);
  });
});
