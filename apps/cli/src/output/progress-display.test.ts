import { expect, it } from 'vitest';
import { ProgressDisplay, type ProgressMode } from './progress-display.ts';
import { progressBar, type ProgressState } from './progress-text.ts';

const state: ProgressState = {
  stage: 'extract',
  file: '/videos/gate.mp4',
  mediaSeconds: 43.2,
  totalSeconds: 100,
  timesRealTime: 12.34,
  secondsLeft: 4.6,
};

function shown(isTTY: boolean, mode: ProgressMode, states: readonly ProgressState[]): string {
  let text = '';
  const display = new ProgressDisplay({ isTTY, columns: 80, write: (part) => (text += part) }, mode);
  for (const one of states) display.update(one);
  display[Symbol.dispose]();
  return text;
}

it('shows file, share, speed and time left in a bar, and takes it away', () => {
  const text = shown(true, 'auto', [state]);
  expect(text).toContain('gate.mp4 ██');
  expect(text).toContain(' 43 % · 12.3 × real time · 0:05 left');
  expect(text.endsWith('\r\u001B[2K')).toBe(true);
});

it('is quiet where nobody looks', () => {
  expect(shown(false, 'auto', [state])).toBe('');
  expect(shown(true, 'none', [state])).toBe('');
});

it('writes a line for each per cent', () => {
  const text = shown(false, 'lines', [state, { ...state, mediaSeconds: 43.9 }, { ...state, mediaSeconds: 44 }]);
  expect(text.split('\n').filter(Boolean)).toEqual([
    'progress: gate.mp4 · looking · 43 % · 12.3 × real time · 0:05 left',
    'progress: gate.mp4 · looking · 44 % · 12.3 × real time · 0:05 left',
  ]);
});

it('shows the share of a whole data set, and which of its clips is worked on', () => {
  const text = shown(false, 'lines', [{ ...state, share: 0.716, clip: { number: 3, of: 12 } }]);
  expect(text).toBe('progress: gate.mp4 · looking · 71 % · clip 3 of 12 · 12.3 × real time · 0:05 left\n');
});

it.each([10, 40, 60, 80, 200])('stays on one line of %d columns', (columns) => {
  const file = `/videos/${'long'.repeat(30)}\n.mp4`;
  for (const totalSeconds of [null, 0, 100]) {
    const bar = progressBar({ ...state, file, totalSeconds }, columns);
    expect(bar.length).toBeLessThan(columns);
    expect(bar).not.toContain('\n');
  }
});

it('shows a length that is not known as time', () => {
  expect(progressBar({ ...state, totalSeconds: null, secondsLeft: null }, 80)).toBe(
    'gate.mp4  0:44 · 12.3 × real time · looking',
  );
});
