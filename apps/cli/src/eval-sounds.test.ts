import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvaluationResult } from '@vigil/evaluation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './fixtures/run-vigil.ts';

const sounds = fileURLToPath(new URL('../../../../shared/data/audio/', import.meta.url));
const backgrounds = ['rain', 'engine', 'wind'];
/** So many of each are enough here; `vigil eval` listens to all of them. */
const clipsOfEach = 3;

interface Description {
  readonly clips: readonly { readonly file: string; readonly label: string }[];
}

describe.skipIf(!existsSync(sounds))('speech and backgrounds (needs ../shared/data)', () => {
  const workplace = new Workplace();
  let result: EvaluationResult;

  beforeAll(async () => {
    const description = JSON.parse(readFileSync(join(sounds, 'dataset.json'), 'utf8')) as Description;
    const clips = ['speech', ...backgrounds].flatMap((wanted) =>
      description.clips.filter(({ label }) => label === wanted).slice(0, clipsOfEach),
    );
    for (const { file } of clips) {
      const copy = workplace.file(join('sounds', file));
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(sounds, file), copy);
    }
    writeFileSync(workplace.file('sounds/dataset.json'), JSON.stringify({ ...description, clips }));
    const { exitCode, stdout, stderr } = await workplace.run('eval', 'sounds', '--json', '--progress', 'none');
    if (exitCode !== 0) throw new Error(stderr);
    result = JSON.parse(stdout) as EvaluationResult;
  });
  afterAll(() => workplace[Symbol.dispose]());

  it('hears speech in every clip of speech', () => {
    expect(result.perKind['audio.speech']).toMatchObject({ precision: 1, recall: 1, truePositives: 3 });
  });

  it.each(backgrounds)('hears no speech, no cry and no bang in %s', (label) => {
    const heard = result.sounds?.byLabel.find((row) => row.label === label);
    expect(heard?.clips).toBe(clipsOfEach);
    expect(Object.keys(heard?.heard ?? {}).filter((kind) => kind !== 'audio.sustained')).toEqual([]);
  });
});
