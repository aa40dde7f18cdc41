import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

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
export async function runSchemathesis(program: string, parameters: readonly string[], workFolder: string): Promise<number> {
  const child = spawn(program, parameters, {
    cwd: workFolder,
    stdio: 'inherit',
    env: { ...process.env, SCHEMATHESIS_HOOKS: join(import.meta.dirname, 'hooks.py') },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
