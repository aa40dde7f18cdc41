import { mediaBytes } from '../media-bytes.ts';
import type { GroupMaker } from './group.ts';

/** Pixel formats that no camera has and a file may still claim, by FFmpeg's names. */
const pixelFormats = [
  'bgr4',
  'rgb4',
  'monob',
  'rgb444le',
  'gray16be',
  'yuva444p16le',
  'gbrpf32le',
  'xyz12le',
  'p416le',
  'yuv410p',
];

/** Raw pictures whose pixels are stored in odd ways. */
export const addPixelFormats: GroupMaker = ({ corpus }) => {
  for (const pixelFormat of pixelFormats) {
    const paint = (index: number): Uint8Array => new Uint8Array(64 * 48 * 3).fill(60 * index + 20);
    const shape = { width: 64, height: 48, times: [0, 0.1, 0.2], paint };
    corpus.add(
      'pixel-formats',
      `pictures of ${pixelFormat}`,
      'nut',
      mediaBytes({ ...shape, encoder: 'rawvideo', pixelFormat, container: 'nut' }),
    );
  }
};
