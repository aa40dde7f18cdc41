import { steadyTimes, type Recipe } from '@vigil/media/testing';
import { mediaBytes } from './media-bytes.ts';

const [width, height] = [96, 64];
const picturesPerSecond = 10;

/** Well-formed files by name, each of another container or codec. What is hostile is made from them. */
export class SeedFiles {
  readonly #bytes = new Map<string, Buffer>();

  constructor() {
    for (const [name, recipe] of Object.entries<Partial<Recipe>>(recipes))
      this.#bytes.set(name, mediaBytes({ ...base, ...recipe }));
  }

  /** Names of all seeds. */
  get names(): SeedName[] {
    return [...this.#bytes.keys()] as SeedName[];
  }

  /** A copy of a seed's bytes, free to be changed. */
  copy(name: SeedName): Buffer {
    return Buffer.from(this.#bytes.get(name) ?? []);
  }
}

/** A square that moves over a slope, with noise enough to fill every block. */
function paint(index: number): Uint8Array {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inside = x >= 4 * index && x < 4 * index + 20 && y >= 20 && y < 44;
      data.fill(inside ? 230 : (x * 2 + y + ((x * 31 + y * 17) % 13)) % 200, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  }
  return data;
}

const base: Recipe = { width, height, times: steadyTimes(20, picturesPerSecond), paint };
const tone = { startSeconds: 0, durationSeconds: 2 };

const recipes = {
  'h264.mp4': { tone, encoderOptions: { g: 5, bf: 2 }, sampleAspectRatio: [1, 1] },
  'h264-front.mp4': { tone, containerOptions: { movflags: 'faststart' } },
  'h264-fragments.mp4': { tone, containerOptions: { movflags: 'frag_keyframe+empty_moov' }, encoderOptions: { g: 5 } },
  'turned.mov': { container: 'mov', turn: [0, 1, -1, 0] },
  'png.mov': { container: 'mov', encoder: 'png', pixelFormat: 'rgb24' },
  'rle.mov': { container: 'mov', encoder: 'qtrle', pixelFormat: 'rgb24' },
  'hevc.mp4': { encoder: 'libx265', encoderOptions: { preset: 'ultrafast', 'x265-params': 'log-level=none:pools=1' } },
  'h264.mkv': { container: 'matroska', tone: { ...tone, encoder: 'ac3' } },
  'ffv1.mkv': { container: 'matroska', encoder: 'ffv1', tone: { ...tone, encoder: 'libmp3lame' } },
  'vp9.webm': { container: 'webm', encoder: 'libvpx-vp9', encoderOptions: { deadline: 'realtime', 'cpu-used': 8 } },
  'mpeg4.avi': { container: 'avi', encoder: 'mpeg4', tone: { ...tone, encoder: 'libmp3lame' } },
  'mjpeg.avi': { container: 'avi', encoder: 'mjpeg', pixelFormat: 'yuvj420p' },
  'h264.ts': { container: 'mpegts', tone },
  'mpeg2.ts': { container: 'mpegts', encoder: 'mpeg2video', tone: { ...tone, encoder: 'ac3' }, times: steadyTimes(50, 25) },
  'mpeg2.mpg': { container: 'vob', encoder: 'mpeg2video', tone: { ...tone, encoder: 'ac3' }, times: steadyTimes(50, 25) },
  'flv1.flv': { container: 'flv', encoder: 'flv', tone },
  'wmv2.asf': { container: 'asf', encoder: 'wmv2' },
  'theora.ogv': { container: 'ogg', encoder: 'libtheora' },
  'mpeg2.mxf': { container: 'mxf', encoder: 'mpeg2video', times: steadyTimes(50, 25) },
  'raw.nut': { container: 'nut', encoder: 'rawvideo', times: steadyTimes(4, picturesPerSecond) },
  'vp8.ivf': { container: 'ivf', encoder: 'libvpx', encoderOptions: { deadline: 'realtime', 'cpu-used': 8 } },
  'h264.h264': { container: 'h264' },
  'picture.gif': { container: 'gif', encoder: 'gif', pixelFormat: 'rgb8' },
  'tone.mp3': { container: 'mp3', times: [], tone: { ...tone, encoder: 'libmp3lame' } },
  'tone.aac': { container: 'adts', times: [], tone },
  'tone.ac3': { container: 'ac3', times: [], tone: { ...tone, encoder: 'ac3' } },
  'tone.m4a': { container: 'mp4', times: [], tone },
} satisfies Record<string, Partial<Recipe>>;

/** Name of a seed file. */
export type SeedName = keyof typeof recipes;
