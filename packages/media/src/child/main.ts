import { AV_LOG_FATAL } from 'node-av/constants';
import { Log } from 'node-av/lib';
import type { MediaJob } from '../process/messages.ts';
import { runClipJob } from './clip-job.ts';
import { runFramesJob } from './frames-job.ts';
import { MediaFailure } from './media-failure.ts';
import { ParentLink } from './parent-link.ts';
import { runProbeJob } from './probe-job.ts';
import { runSoundJob } from './sound-job.ts';
import { runWriteVideoJob } from './write-video-job.ts';

/** Entry of the process that runs native media code: one job, told by the first message. The parent ends the process. */
async function main(): Promise<void> {
  const link = new ParentLink();
  Log.setLevel(AV_LOG_FATAL);
  try {
    const { header } = await link.next();
    if (header.type === 'job') await runMediaJob(header.job, link);
  } catch (error) {
    if (!(error instanceof MediaFailure)) throw error;
    link.send({ type: 'error', code: error.code, message: error.message, details: error.details });
  }
}

function runMediaJob(job: MediaJob, link: ParentLink): Promise<void> {
  switch (job.kind) {
    case 'probe':
      return runProbeJob(job, link);
    case 'frames':
      return runFramesJob(job, link);
    case 'sound':
      return runSoundJob(job, link);
    case 'clip':
      return runClipJob(job, link);
    case 'write-video':
      return runWriteVideoJob(job, link);
  }
}

await main();
