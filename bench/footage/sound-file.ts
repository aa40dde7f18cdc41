import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSound, soundSampleRateHz } from '@vigil/media';

/** Real speech, where the folder is there. */
const speechFolder = join(import.meta.dirname, '../../../shared/data/audio/speech');

/** Writes a WAV file of two minutes: recorded speech over and over, or rising and falling noise where there is none. */
export async function writeSoundFile(file: string, seconds = 120): Promise<string> {
  const samples = new Float32Array(seconds * soundSampleRateHz);
  const speech = existsSync(speechFolder) ? await readSpeech() : null;
  let state = 1;
  for (let i = 0; i < samples.length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = (state / 2 ** 31 - 1) * 0.2 * (1 + Math.sin(i / 40_000));
    samples[i] = speech ? speech[i % speech.length] : noise;
  }
  await writeFile(file, wav(samples));
  return speech ? 'recorded speech' : 'noise';
}

async function readSpeech(): Promise<Float32Array> {
  const blocks: Float32Array[] = [];
  for (const name of readdirSync(speechFolder).toSorted()) {
    const source = await openSound(join(speechFolder, name));
    if (!source) continue;
    await using sound = source;
    for await (const block of sound) blocks.push(block.samples);
  }
  const all = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}

/** Mono PCM, 16 bits, as RIFF WAVE. */
function wav(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + 2 * samples.length, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(soundSampleRateHz, 24);
  bytes.writeUInt32LE(2 * soundSampleRateHz, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(2 * samples.length, 40);
  samples.forEach((value, i) => bytes.writeInt16LE(Math.round(Math.min(1, Math.max(-1, value)) * 32_767), 44 + 2 * i));
  return bytes;
}
