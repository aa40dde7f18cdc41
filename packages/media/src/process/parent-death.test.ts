import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { makeMedia, steadyTimes } from '../fixtures/make-media.ts';
import { graySteps } from '../fixtures/paint.ts';
import { TestFolder } from '../fixtures/test-folder.ts';

const setpriv = '/usr/bin/setpriv';
const hasSetpriv = spawnSync(setpriv, ['--pdeathsig', 'KILL', 'true']).status === 0;

/** True while a process runs; one that has ended and waits for someone to ask why counts as gone. */
function isRunning(processId: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${processId}/status`, 'utf8'));
  } catch {
    return false;
  }
}

it.skipIf(!hasSetpriv)("a media process ends with its parent whatever it is doing (needs util-linux's setpriv)", async () => {
  using folder = new TestFolder();
  const file = folder.file('good.mp4');
  makeMedia(file, { width: 64, height: 48, times: steadyTimes(60, 10), paint: graySteps(64, 48) });
  const script = join(import.meta.dirname, '../fixtures/hold-frames-child.ts');
  const parent = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const mediaProcess = Number(said.toString());
  expect(isRunning(mediaProcess)).toBe(true);
  // A stopped process reads its messages as little as one that is busy in native code.
  process.kill(mediaProcess, 'SIGSTOP');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await vi.waitFor(() => expect(isRunning(mediaProcess)).toBe(false), { timeout: 20_000, interval: 20 });
});
