import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuleEvent } from '@vigil/detection';
import { type NamedChange, namedChanges } from './changes.ts';
import { makeClip } from './make-clip.ts';
import { readPictures, type SourceClip, sourceClips } from './source-clips.ts';
import { untouchedFiles } from './untouched-files.ts';
import { watchClip } from './watch-clip.ts';

/** A fault has to be raised within this time, seconds. */
const latestSeconds = 3;

const dataFolder = join(import.meta.dirname, '../../../shared/data');
const [only = ''] = process.argv.slice(2);
if (!existsSync(dataFolder)) throw new Error(`the footage is missing: ${dataFolder}`);

const folder = mkdtempSync(join(tmpdir(), 'vigil-camera-faults-'));
let failures = 0;
try {
  for (const clip of sourceClips) if (clip.name.includes(only)) await checkClip(clip);
  if (only === '' || only === 'untouched') await checkUntouched();
} finally {
  rmSync(folder, { recursive: true });
}
print(failures === 0 ? 'All as it should be.' : `${failures} lines are wrong.`);
process.exitCode = failures === 0 ? 0 : 1;

/** Makes and watches a clip of every change. */
async function checkClip(clip: SourceClip): Promise<void> {
  const pictures = await readPictures(join(dataFolder, clip.file), clip);
  for (const change of namedChanges) {
    const file = join(folder, 'clip.mp4');
    await makeClip(file, pictures, clip.changeSeconds, change);
    const { events } = await watchClip(file);
    rmSync(file);
    const delay = (events.find(({ kind }) => kind === change.kind)?.decidedSeconds ?? NaN) - clip.changeSeconds;
    line(isRight(change, events, delay), clip.name, change.name, Number.isNaN(delay) ? '' : `${delay.toFixed(1)} s`, events);
  }
}

/** Nothing else may be reported than the fault, and that in time. */
function isRight({ kind }: NamedChange, events: readonly RuleEvent[], delay: number): boolean {
  return kind === null ? events.length === 0 : events.length === 1 && delay >= 0 && delay <= latestSeconds;
}

/** Footage as it is: only what is known to be true of it may be reported. */
async function checkUntouched(): Promise<void> {
  for (const { file, kinds } of untouchedFiles(dataFolder)) {
    const { events } = await watchClip(join(dataFolder, file));
    line(
      events.every(({ kind }) => kinds.includes(kind)),
      file,
      'as it is',
      '',
      events,
    );
  }
}

function line(right: boolean, clip: string, change: string, delay: string, events: readonly RuleEvent[]): void {
  if (!right) failures += 1;
  const said = events.map(
    ({ kind, startSeconds, endSeconds }) => `${kind} ${startSeconds.toFixed(1)}–${endSeconds.toFixed(1)} s`,
  );
  print([right ? 'ok   ' : 'WRONG', clip.padEnd(20), change.padEnd(28), delay.padStart(6), said.join(', ')].join('  '));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
