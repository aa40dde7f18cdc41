import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';

/** A picture of a PNG file. */
export interface PngPicture {
  readonly width: number;
  readonly height: number;
  /** `[height, width]` for gray, `[height, width, 3]` (R, G, B) for colour; uint8, 0 to 255. */
  readonly data: Uint8Array;
}

/** Picks the first `channels` of the four that the decoder gives for every pixel. */
function readChannels(path: string, channels: 1 | 3): PngPicture {
  const { width, height, data: rgba } = PNG.sync.read(readFileSync(path));
  const data = new Uint8Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < channels; channel++) data[pixel * channels + channel] = rgba[pixel * 4 + channel];
  }
  return { width, height, data };
}

/** Reads an 8-bit gray PNG file; of a colour file this gives the red channel. */
export function readGrayPng(path: string): PngPicture {
  return readChannels(path, 1);
}

/** Reads an 8-bit PNG file as RGB; gray is repeated over the three channels, alpha is dropped. */
export function readRgbPng(path: string): PngPicture {
  return readChannels(path, 3);
}
