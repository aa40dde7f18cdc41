import { expect, it } from 'vitest';
import { EvaluationCourse, type EvaluationProgress } from './evaluation-course.ts';

interface Step {
  /** Seconds of wall clock after the start. */
  readonly at: number;
  readonly do: (course: EvaluationCourse) => void;
}

/** Goes through a course and gives what it reported. */
function reports(
  lengths: { readonly train: (number | undefined)[]; readonly test: (number | undefined)[] },
  steps: readonly Step[],
) {
  let nowMs = 0;
  const told: EvaluationProgress[] = [];
  const clips = (split: 'train' | 'test') =>
    lengths[split].map((durationSeconds, i) => ({ file: `${split}/0${i + 1}.mp4`, split, durationSeconds }));
  const listener = (progress: EvaluationProgress): void => void told.push(progress);
  const course = new EvaluationCourse({ train: clips('train'), test: clips('test'), listener, nowMs: () => nowMs });
  for (const step of steps) {
    nowMs = step.at * 1000;
    step.do(course);
  }
  return told;
}

const reading = (file: string, mediaSeconds: number, totalSeconds: number | null = 10) => ({
  stage: 'extract' as const,
  file,
  mediaSeconds,
  totalSeconds,
  timesRealTime: 99,
  secondsLeft: 99,
});

it('one course from 0 to 1: by footage where all lengths are known', () => {
  const told = reports({ train: [10], test: [10, 20] }, [
    { at: 1, do: (course) => course.learning(reading('01.mp4', 1)) },
    { at: 4, do: (course) => course.learning(reading('01.mp4', 10)) },
    { at: 5, do: (course) => course.learning({ ...reading('gate', 5), stage: 'score' }) },
    { at: 5, do: (course) => course.learned() },
    { at: 6, do: (course) => course.reading(reading('test/01.mp4', 2)) },
    { at: 8, do: (course) => course.reading(reading('test/01.mp4', 10)) },
    { at: 8, do: (course) => course.clipDone(10) },
    { at: 10, do: (course) => course.reading(reading('test/02.mp4', 2, 20)) },
    { at: 16, do: (course) => course.reading(reading('test/02.mp4', 20, 20)) },
    { at: 16, do: (course) => course.clipDone(20) },
    { at: 16, do: (course) => course.end('gate') },
  ]);
  const total = 40.5;
  expect(told.map(({ share }) => share)).toEqual(
    [1, 10, 10.25, 12.5, 20.5, 22.5, 40.5, 40.5].map((done) => expect.closeTo(done / total, 10) as number),
  );
  expect(told.map(({ clip }) => clip?.number ?? null)).toEqual([1, 1, null, 2, 2, 3, 3, null]);
  expect(told.map(({ stage }) => stage)).toEqual(['extract', 'extract', 'learn', ...Array(4).fill('extract'), 'score']);
  expect(told.map(({ mediaSeconds }) => mediaSeconds)).toEqual([1, 10, 10, 12, 20, 22, 40, 40]);
  expect(told.every(({ totalSeconds, clip }) => totalSeconds === 40 && (clip === null || clip.of === 3))).toBe(true);
  expect(told[4]).toMatchObject({ timesRealTime: 20 / 8, secondsLeft: expect.closeTo((8 * 20) / 20, 0) as number });
  expect(told.at(-1)).toMatchObject({ share: 1, secondsLeft: 0 });
});

it('by clips where a length is not known', () => {
  const told = reports({ train: [], test: [10, undefined] }, [
    { at: 1, do: (course) => course.reading(reading('test/01.mp4', 5)) },
    { at: 2, do: (course) => course.clipDone(10) },
    { at: 3, do: (course) => course.reading(reading('test/02.mp4', 2, null)) },
    { at: 4, do: (course) => course.clipDone(8) },
    { at: 4, do: (course) => course.end('gate') },
  ]);
  expect(told.map(({ share }) => share)).toEqual([0.25, 0.5, 1]);
  expect(told.map(({ mediaSeconds, totalSeconds }) => [mediaSeconds, totalSeconds])).toEqual([
    [5, null],
    [12, null],
    [18, null],
  ]);
});

it('what an earlier run has read makes neither the speed nor the time left', () => {
  const told = reports({ train: [100, 10], test: [10, 10] }, [
    // the first clip is there already: nobody reports it; the second one goes on at 6 s
    { at: 1, do: (course) => course.learning(reading('02.mp4', 6)) },
    { at: 2, do: (course) => course.learning(reading('02.mp4', 8)) },
  ]);
  expect(told.map(({ clip }) => clip?.number)).toEqual([2, 2]);
  expect(told[0]).toMatchObject({ timesRealTime: 0, secondsLeft: null });
  expect(told[1].timesRealTime).toBe(1);
  expect(told[1].secondsLeft).toBeCloseTo((130 + 5.5 - 108) / 1);
});

it('never goes back, whatever containers say of their length', () => {
  const told = reports({ train: [], test: [10, 10] }, [
    { at: 1, do: (course) => course.reading(reading('test/01.mp4', 5, 5)) },
    { at: 2, do: (course) => course.reading(reading('test/01.mp4', 6, 20)) },
    { at: 3, do: (course) => course.clipDone(20) },
    { at: 3, do: (course) => course.reading(reading('test/02.mp4', 1)) },
  ]);
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});
