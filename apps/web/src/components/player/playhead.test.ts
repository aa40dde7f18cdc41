import { expect, it } from 'vitest';
import { Playhead } from './playhead.ts';
import { firstChoice, nextChoice, type PlayerSource } from './player-source.ts';

it('moves what plays, and tells everybody where that is', () => {
  const playhead = new Playhead(5);
  const told: number[] = [];
  const asked: number[] = [];
  const stop = playhead.listen((seconds) => told.push(seconds));
  playhead.seek(-3);
  expect(playhead.seconds).toBe(0);
  const detach = playhead.attach({ seek: (seconds) => asked.push(seconds) });
  playhead.seek(12);
  expect([playhead.seconds, asked]).toEqual([0, [12]]);
  playhead.moved(11.96);
  playhead.moved(11.96);
  detach();
  playhead.seek(3);
  stop();
  playhead.seek(4);
  expect(told).toEqual([0, 11.96, 3]);
});

it('goes on to the next source, and says what was lost', () => {
  const sources: readonly PlayerSource[] = [
    { kind: 'original', url: '/o', startSeconds: 0 },
    { kind: 'clip', url: '/c', startSeconds: 8 },
  ];
  const second = nextChoice(sources, firstChoice(null), 'unplayable');
  expect(second).toEqual({ index: 1, lost: { kind: 'original', why: 'unplayable' } });
  expect(nextChoice(sources, second, 'removed')).toEqual({ index: 2, lost: { kind: 'clip', why: 'removed' } });
});
