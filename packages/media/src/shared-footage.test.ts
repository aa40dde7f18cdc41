import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFrames } from './fixtures/read-frames.ts';
import { probe } from './probe.ts';

const footage = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

describe.skipIf(!existsSync(footage))('real footage (needs ../shared/data)', () => {
  it('of 10 fps is delivered picture by picture', async () => {
    const files = globSync('ped2/test/*.mp4', { cwd: footage }).sort().slice(0, 3);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { durationSeconds, video } = await probe(`${footage}/${file}`);
      const { frames } = await readFrames(`${footage}/${file}`);
      expect(frames).toHaveLength(Math.round((durationSeconds ?? 0) * (video?.framesPerSecond ?? 0)));
    }
  });
});
