import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './checks/command-job.ts';
import type { FileOutcome } from './checks/file-outcome.ts';
import { runMediaJobs } from './checks/media-jobs.ts';
import { corpusListName, type CorpusEntry } from './corpus-folder.ts';

/**
 * Pushes a share of a corpus through the media package, and every so many-th file through the command line, and prints a line of
 * JSON for every file.
 *
 * Usage: check-files.ts CORPUS SCRATCH COMMAND_EVERY INDEX…
 */
const [corpusFolder, scratchFolder, commandEvery, ...indices] = process.argv.slice(2);
const entries = JSON.parse(readFileSync(join(corpusFolder, corpusListName), 'utf8')) as CorpusEntry[];
mkdirSync(scratchFolder, { recursive: true });
for (const index of indices.map(Number)) {
  // A name that is no text reaches programs as Node and shells hand it on.
  const name = Buffer.from(entries[index].nameBase64, 'base64').toString('utf8');
  const path = `${corpusFolder}/${name}`;
  const ownFolder = join(scratchFolder, String(index));
  const jobs = await runMediaJobs(path, ownFolder);
  if (index % Number(commandEvery) === 0) {
    jobs.push(await runCommand(path, join(ownFolder, 'command'), join(scratchFolder, 'models')));
  }
  const outcome: FileOutcome = { index, jobs };
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
