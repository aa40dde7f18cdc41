import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { CanaryListener } from './checks/canary-listener.ts';
import type { FileOutcome } from './checks/file-outcome.ts';
import { outcomeTable } from './checks/outcome-table.ts';
import { countTracedInputs, findTrespasses, tracedCalls } from './checks/trace.ts';
import { makeCorpus } from './make-corpus.ts';

/**
 * Makes the corpus of hostile files and pushes every one through opening, decoding and cutting, and a share through the command line,
 * two at a time. Ends with exit code 1 where anything but a result or one clear line came of a file.
 *
 * Usage: run-corpus.ts [--only GROUP] [--command-every 12] [--keep] [--no-trace]
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    'command-every': { type: 'string', default: '12' },
    keep: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const strace = '/usr/bin/strace';
const workers = 2;
/** Problems that are printed. */
const mostShown = 60;
const folder = mkdtempSync(join(tmpdir(), 'vigil-hostile-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const startMs = performance.now();

await using listener = await CanaryListener.open();
const { corpus, canaryFile } = makeCorpus(join(folder, 'corpus'), listener.address);
const traces = values.trace && existsSync(strace);
if (!traces)
  say(`not traced${values.trace ? ` (needs ${strace})` : ''}: that no other file and no network is touched is not shown`);
const chosen = corpus.entries.flatMap(({ group }, index) => (values.only === undefined || values.only === group ? [index] : []));
say(`${chosen.length} files in ${corpus.path}`);

const problems: string[] = [];
const shares = Array.from({ length: workers }, (_, worker) => chosen.filter((_index, at) => at % workers === worker));
const outcomes = (await Promise.all(shares.map(runShare))).flat();

for (const line of outcomeTable(corpus.entries, outcomes)) say(line);
for (const { index, jobs } of outcomes) {
  for (const { job, problems: found } of jobs) {
    for (const problem of found)
      problems.push(`${index} ${corpus.entries[index].group}, ${corpus.entries[index].what}: ${job}: ${problem}`);
  }
}
if (outcomes.length < chosen.length)
  problems.push(`${chosen.length - outcomes.length} files were never looked at: a worker died`);
if (listener.connections > 0) problems.push(`${listener.connections} connections to the address that files name`);
for (const problem of problems.slice(0, mostShown)) say(problem);
if (problems.length > mostShown) say(`… and ${problems.length - mostShown} more`);
const seconds = Math.round((performance.now() - startMs) / 1000);
say(`${outcomes.length} files, ${problems.length} problems, ${seconds} s`);
if (values.keep) say(`kept: ${folder}`);
else rmSync(folder, { recursive: true, force: true });
process.exitCode = problems.length > 0 ? 1 : 0;

/** Checks a share of the files in a process of its own, traced where that is possible. */
async function runShare(indices: readonly number[], worker: number): Promise<FileOutcome[]> {
  const scratchFolder = join(folder, `scratch-${worker}`);
  const traceFile = join(folder, `trace-${worker}`);
  const script = resolve(import.meta.dirname, 'check-files.ts');
  const command = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    script,
    corpus.path,
    scratchFolder,
    values['command-every'],
    ...indices.map(String),
  ];
  const tracer = [
    strace,
    '-f',
    '--seccomp-bpf',
    '-q',
    '-s',
    '4096',
    '-e',
    `trace=${tracedCalls}`,
    '-e',
    'signal=none',
    '-o',
    traceFile,
  ];
  const [program, ...args] = traces ? [...tracer, ...command] : command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const found: FileOutcome[] = [];
  for await (const line of createInterface({ input: child.stdout })) found.push(JSON.parse(line) as FileOutcome);
  if (traces) {
    const trace = readFileSync(traceFile, 'utf8');
    const limits = {
      corpusFolder: `${corpus.path}/`,
      scratchFolder: `${scratchFolder}/`,
      canaryFolder: `${dirname(canaryFile)}/`,
    };
    problems.push(...findTrespasses(trace, limits));
    say(`worker ${worker}: ${countTracedInputs(trace, limits.corpusFolder)} openings of corpus files traced`);
  }
  return found;
}
