import {
  AV_PIX_FMT_GRAY8,
  AV_PIX_FMT_NV12,
  AV_PIX_FMT_NV21,
  AV_PIX_FMT_YUV420P,
  AV_PIX_FMT_YUV422P,
  AV_PIX_FMT_YUV444P,
  AV_PIX_FMT_YUVJ420P,
  AV_PIX_FMT_YUVJ422P,
  AV_PIX_FMT_YUVJ444P,
  AVCOL_RANGE_JPEG,
} from 'node-av/constants';
import type { Frame } from 'node-av/lib';

/** Formats whose first plane is 8-bit luma. */
const lumaFirst: ReadonlySet<number> = new Set([
  AV_PIX_FMT_YUV420P,
  AV_PIX_FMT_YUV422P,
  AV_PIX_FMT_YUV444P,
  AV_PIX_FMT_NV12,
  AV_PIX_FMT_NV21,
]);
const fullRangeLumaFirst: ReadonlySet<number> = new Set([AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P]);

/** Luma of 16 to 235 as 0 to 255 (ITU-R BT.601, 8-bit quantisation). */
const stretched = Uint8Array.from({ length: 256 }, (_, level) =>
  Math.min(255, Math.max(0, Math.round(((level - 16) * 255) / 219))),
);

/**
 * Runs `scale` on the luma plane of a frame alone, as if it were a gray picture: a sixth of the price of scaling it as a colour
 * picture, which converts the range before it makes the picture small.
 *
 * @param frame - its format is another one while `scale` runs
 * @returns the scaled gray picture in full range; null where the frame has no 8-bit luma plane, and `scale` was not run
 */
export function scaleLuma(frame: Frame, scale: () => Uint8Array): Uint8Array | null {
  const { format, colorRange } = frame;
  const isFull = fullRangeLumaFirst.has(format) || colorRange === AVCOL_RANGE_JPEG;
  if (!lumaFirst.has(format) && !fullRangeLumaFirst.has(format)) return null;
  frame.format = AV_PIX_FMT_GRAY8;
  frame.colorRange = AVCOL_RANGE_JPEG;
  try {
    const gray = scale();
    if (!isFull) for (let i = 0; i < gray.length; i++) gray[i] = stretched[gray[i]];
    return gray;
  } finally {
    frame.format = format;
    frame.colorRange = colorRange;
  }
}
