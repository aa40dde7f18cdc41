import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ChildMemory, processesBelow } from './child-memory.ts';
import type { JobOutcome } from './file-outcome.ts';

const commandFile = resolve(import.meta.dirname, '../../../apps/cli/src/main.ts');
/** A command that works longer than this on two seconds of video hangs. */
const longestSeconds = 300;
/** Exit codes that are the file's own: analysed, or refused. */
const expectedExitCodes = new Set([0, 3]);

/** Runs `vigil analyse` on a file, as a user would, and says what was wrong with how it ended. */
export async function runCommand(path: string, scratchFolder: string, modelCacheFolder: string): Promise<JobOutcome> {
  const dataFolder = join(scratchFolder, 'data');
  mkdirSync(dataFolder, { recursive: true });
  const startMs = performance.now();
  using memory = new ChildMemory();
  const args = [
    '--disable-warning=ExperimentalWarning',
    commandFile,
    'analyse',
    path,
    '--out',
    join(scratchFolder, 'out'),
    '--progress',
    'none',
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: scratchFolder, DATA_DIR: dataFolder, MODEL_CACHE: modelCacheFolder },
  });
  let errorOutput = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errorOutput += text));
  const deadline = setTimeout(() => child.kill('SIGKILL'), longestSeconds * 1000);
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.once('close', (exitCode, exitSignal) => done({ code: exitCode, signal: exitSignal })),
  );
  clearTimeout(deadline);
  const problems: string[] = [];
  if (code === null) problems.push(`ended by ${signal}`);
  else if (!expectedExitCodes.has(code)) problems.push(`exit code ${code}: ${errorOutput.slice(-500)}`);
  if (code === 3 && !/^vigil: [^\n]+\n$/.test(errorOutput)) problems.push(`not one line: ${errorOutput.slice(0, 500)}`);
  if (code !== 0 && existsSync(join(scratchFolder, 'out'))) problems.push('left an output folder behind');
  const work = join(dataFolder, 'work');
  const left = existsSync(work) ? readdirSync(work) : [];
  if (left.length > 0) problems.push(`left ${left.join(', ')} in its work folder`);
  const processes = processesBelow(process.pid);
  if (processes.length > 0) problems.push(`left ${processes.length} processes`);
  rmSync(scratchFolder, { recursive: true, force: true });
  const seconds = (performance.now() - startMs) / 1000;
  const message = code === 0 ? 'analysed' : errorOutput.trim();
  return {
    job: 'command',
    code: code === 0 ? null : `exit ${code}`,
    message,
    seconds,
    peakResidentBytes: memory.peakBytes,
    problems,
  };
}
