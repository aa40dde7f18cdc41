import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { makeMedia, steadyTimes } from '../fixtures/make-media.ts';
import { graySteps } from '../fixtures/paint.ts';
import { TestFolder } from '../fixtures/test-folder.ts';
import { residentBytes } from './memory-watch.ts';

it('goes when its parent goes, however that ends', async () => {
  using folder = new TestFolder();
  const file = folder.file('video.mp4');
  makeMedia(file, { width: 64, height: 48, times: steadyTimes(60, 10), paint: graySteps(64, 48) });
  const script = folder.file('parent.ts');
  const module = new URL('../open-frames.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { openFrames } from ${JSON.stringify(module)};\nconsole.log((await openFrames(${JSON.stringify(file)})).processId);\n`,
  );
  const parent = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const processId = Number(line.toString());
  expect(residentBytes(processId)).toBeGreaterThan(0);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(residentBytes(processId)).toBeNull(), { timeout: 20_000 });
});
