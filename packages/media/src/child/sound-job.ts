import { soundBlockSamples } from '../sound-source.ts';
import type { SoundJob } from '../process/messages.ts';
import { describeInput } from './describe-input.ts';
import { InputFile } from './open-input.ts';
import type { ParentLink } from './parent-link.ts';
import { SoundBlocks } from './sound-blocks.ts';
import { SoundDecoder } from './sound-decoder.ts';
import { SoundTimeline, type SoundStretch } from './sound-timeline.ts';
import { findSoundTruncation } from './sound-truncation.ts';

/** Packets that are decoded between two looks at the parent's messages. */
const packetsPerBreath = 16;

/** Decodes the sound of a file and delivers it as blocks, never further ahead of the consumer than the job allows. */
export async function runSoundJob(job: SoundJob, link: ParentLink): Promise<void> {
  using input = new InputFile(job.file);
  const { audio } = input;
  using decoder = audio === null ? null : new SoundDecoder(input, audio);
  link.send({ type: 'sound-opened', info: describeInput(input, false) });
  if (audio === null || decoder === null) return;
  // Pictures need not even be read.
  input.keepOnly([audio]);
  using timeline = new SoundTimeline();
  const delivery = new SoundDelivery(job, link);
  let packets = 0;
  for (const decoded of decoder.frames()) {
    if (decoded !== null) {
      for (const stretch of timeline.push(decoded)) await delivery.offer(stretch);
      continue;
    }
    packets += 1;
    if (packets % packetsPerBreath === 0) await link.breathe();
  }
  for (const stretch of timeline.flush()) await delivery.offer(stretch);
  await delivery.finish();
  const { endSeconds, filledSeconds, skippedSeconds } = timeline;
  const truncated = findSoundTruncation(input, audio, decoder.readFailed, endSeconds);
  const { damagedPackets } = decoder;
  link.send({ type: 'sound-end', facts: { endSeconds, damagedPackets, filledSeconds, skippedSeconds, truncated } });
}

/** Sends blocks, with the parent's credit. */
class SoundDelivery {
  readonly #link: ParentLink;
  readonly #aheadBlocks: number;
  readonly #blocks: SoundBlocks;
  #sent = 0;
  #consumed = 0;
  #onCredit: (() => void) | null = null;

  constructor(job: SoundJob, link: ParentLink) {
    this.#link = link;
    this.#aheadBlocks = job.aheadBlocks;
    this.#blocks = new SoundBlocks(soundBlockSamples, job.startSeconds);
    link.receive(({ header }) => {
      if (header.type !== 'consumed') return;
      this.#consumed = header.index + 1;
      this.#onCredit?.();
      this.#onCredit = null;
    });
  }

  async offer(stretch: SoundStretch): Promise<void> {
    for (const block of this.#blocks.push(stretch)) await this.#send(block);
  }

  async finish(): Promise<void> {
    for (const block of this.#blocks.flush()) await this.#send(block);
  }

  async #send({ seconds, samples, missing }: SoundStretch): Promise<void> {
    while (this.#sent - this.#consumed >= this.#aheadBlocks) await new Promise<void>((resolve) => (this.#onCredit = resolve));
    this.#sent += 1;
    this.#link.send({ type: 'sound', seconds, missing }, new Uint8Array(samples.buffer));
    await this.#link.breathe();
  }
}
