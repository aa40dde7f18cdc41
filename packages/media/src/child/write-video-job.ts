import {
  AV_PIX_FMT_BGR0,
  AV_PIX_FMT_GRAY8,
  AV_PIX_FMT_RGB24,
  AVCOL_RANGE_JPEG,
  FF_ENCODER_FFV1,
  FF_ENCODER_LIBX264,
} from 'node-av/constants';
import { Rational, type CodecContext } from 'node-av/lib';
import type { WriteVideoJob } from '../process/messages.ts';
import { configureBrowserPictures, h264Options } from './h264-settings.ts';
import { OutputFile } from './output-file.ts';
import type { ParentLink } from './parent-link.ts';
import { frameOfBytes, PictureConverter } from './picture-converter.ts';
import { StreamEncoder } from './stream-encoder.ts';
import { WrittenSound } from './written-sound.ts';

/** Denominator of the frame rate: three decimals, exact for 29.97 as 29970 ∕ 1000. */
const rateDenominator = 1000;

/** Encodes the pictures and the sound that the parent sends, until it says that it is done. */
export async function runWriteVideoJob(job: WriteVideoJob, link: ParentLink): Promise<void> {
  using output = new OutputFile(job.partialFile, job.container);
  using encoder = openEncoder(job, output);
  using sound = job.soundSampleRateHz === null ? null : new WrittenSound(output, job.soundSampleRateHz, job.codec === 'ffv1');
  output.writeHeader();
  using converter = new PictureConverter(encoder.context);
  link.send({ type: 'written' });
  for (let count = 0n; ;) {
    const { header, data } = await link.next();
    if (header.type === 'sound') {
      sound?.write(new Float32Array(data.slice().buffer));
    } else if (header.type === 'picture') {
      const picture = frameOfBytes(data, job.width, job.height, header.channels === 1 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_RGB24);
      picture.colorRange = AVCOL_RANGE_JPEG;
      const converted = converter.convert(picture, count, 1n);
      encoder.encode(converted);
      converted.free();
      picture.free();
      count += 1n;
    } else {
      break;
    }
    link.send({ type: 'written' });
  }
  sound?.finish();
  encoder.encode(null);
  output.finish();
  link.send({ type: 'finished' });
}

function openEncoder(job: WriteVideoJob, output: OutputFile): StreamEncoder {
  const configure = (context: CodecContext): void => {
    if (job.codec === 'h264') configureBrowserPictures(context, job.width, job.height);
    else configureLossless(context, job.width, job.height);
    const rate = new Rational(Math.round(job.framesPerSecond * rateDenominator), rateDenominator);
    context.framerate = rate;
    context.timeBase = rate.inv();
  };
  return job.codec === 'h264'
    ? new StreamEncoder(output, FF_ENCODER_LIBX264, h264Options, configure)
    : new StreamEncoder(output, FF_ENCODER_FFV1, { slices: 4, slicecrc: 1 }, configure);
}

/** Colour as it is: RGB in four bytes, which FFV1 stores without loss. */
function configureLossless(context: CodecContext, width: number, height: number): void {
  context.width = width;
  context.height = height;
  context.pixelFormat = AV_PIX_FMT_BGR0;
  context.colorRange = AVCOL_RANGE_JPEG;
}
