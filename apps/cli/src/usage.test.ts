import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Workplace } from './fixtures/run-vigil.ts';

const workplace = new Workplace();
afterAll(() => workplace[Symbol.dispose]());

describe('wrong usage ends with 2 and one line', () => {
  it.each([
    [[], 'which command?'],
    [['analyze', 'a.mp4'], "unknown command 'analyze' (Did you mean analyse?)"],
    [['analyse'], "missing required argument 'FILE'"],
    [['analyse', 'a.mp4', '--bugdet', '3'], "unknown option '--bugdet' (Did you mean --budget?)"],
    [['analyse', 'a.mp4', '--budget', '3/year'], '--budget "3/year"'],
    [['analyse', 'a.mp4', '--budget', '0'], '--budget "0"'],
    [['analyse', 'a.mp4', '--out'], "option '--out <DIR>' argument missing"],
    [['analyse', 'a.mp4', '--profile', '../up'], '--profile "../up"'],
    [['analyse', 'a.mp4', '--progress', 'loud'], 'Allowed choices are auto, lines, none'],
    [['learn', 'a.mp4'], "required option '--profile <NAME>' not specified"],
    [['profiles', 'extra'], "too many arguments for 'profiles'"],
    [['eval'], "missing required argument 'DIR'"],
    [['demo', 'a.mp4', 'b.mp4'], "too many arguments for 'demo'"],
    [['demo', '--seed', 'one'], '--seed "one"'],
  ])('%j', async (args, words) => {
    const { exitCode, stdout, stderr } = await workplace.run(...args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/^vigil: [^\n]+\n$/);
  });
});

describe('help', () => {
  it.each([['analyse'], ['learn'], ['profiles'], ['eval'], ['demo']])('of %s has examples and exit codes', async (command) => {
    const { exitCode, stdout, stderr } = await workplace.run(command, '--help');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Usage: vigil ${command}`);
    expect(stdout).toContain(`Examples:\n  vigil ${command}`);
    expect(stdout).toMatch(/Exit codes:\n {2}0 [^]* 130 /);
  });

  it('of the program names its commands and the environment', async () => {
    const { exitCode, stdout } = await workplace.run('--help');
    expect(exitCode).toBe(0);
    for (const word of ['analyse', 'learn', 'profiles', 'eval', 'demo', 'DATA_DIR', 'POSE_MODEL', 'NO_COLOR'])
      expect(stdout).toContain(word);
  });
});

it('says its version', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(await workplace.run('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

it('is quiet when the reader of its output has seen enough', async () => {
  const script = '"$@" | true; exit "${PIPESTATUS[0]}"';
  const ended = await workplace.startCommand(['bash', '-c', script, 'bash', ...workplace.command('--help')]).ended;
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
});
