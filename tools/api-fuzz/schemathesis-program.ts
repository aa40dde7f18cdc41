import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { RunFacts } from './run-facts.ts';

/** The version whose findings are known; another one may look for more. */
const version = '4.32.5';

/** Path of the program, after installing it from PyPI into a folder of its own where that was not done before. */
export function installSchemathesis(): string {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vigil', `schemathesis-${version}`);
  const program = join(folder, 'bin', 'schemathesis');
  if (existsSync(program)) return program;
  console.log(`installing schemathesis ${version} into ${folder}`);
  run('python3', ['-m', 'venv', '--clear', folder]);
  run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`]);
  return program;
}

function run(command: string, parameters: readonly string[]): void {
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${status}`);
}

/** Runs the program; its exit code. */
export async function runSchemathesis(
  program: string,
  parameters: readonly string[],
  { folder, facts }: { readonly folder: string; readonly facts: RunFacts },
): Promise<number> {
  const child = spawn(program, parameters, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, SCHEMATHESIS_HOOKS: join(import.meta.dirname, 'hooks.py'), VIGIL_FUZZ_FACTS: JSON.stringify(facts) },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
