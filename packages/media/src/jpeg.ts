import type { RgbFrame } from '@vigil/contracts';
import sharp from 'sharp';

/** Encodes a colour picture as JPEG. `quality` is 1 to 100. */
export async function encodeJpeg(picture: Pick<RgbFrame, 'width' | 'height' | 'data'>, quality = 85): Promise<Uint8Array> {
  const { width, height, data } = picture;
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, mozjpeg: false })
    .toBuffer();
}
