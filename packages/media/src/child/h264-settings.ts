import { AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG, AVCOL_SPC_BT709, AVCOL_SPC_SMPTE170M } from 'node-av/constants';
import type { CodecContext } from 'node-av/lib';
import { standardDefinitionLines } from './picture-scaler.ts';

/** Options of the H.264 encoder: fast, visually lossless, the same bytes every time. */
export const h264Options = { preset: 'veryfast', crf: 20, threads: 2 } as const;

/** Sets an encoder up for 8-bit 4:2:0 pictures that every browser plays. */
export function configureBrowserPictures(context: CodecContext, width: number, height: number): void {
  context.width = width;
  context.height = height;
  context.pixelFormat = AV_PIX_FMT_YUV420P;
  context.colorRange = AVCOL_RANGE_MPEG;
  context.colorSpace = height > standardDefinitionLines ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
}
