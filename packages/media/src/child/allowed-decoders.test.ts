import { Codec } from 'node-av/lib';
import type { FFDecoderCodec } from 'node-av/constants';
import { expect, it } from 'vitest';
import { decoderWhitelist, isAllowedDecoder } from './allowed-decoders.ts';

it('names decoders that FFmpeg has', () => {
  const unknown = decoderWhitelist.split(',').filter((name) => Codec.findDecoderByName(name as FFDecoderCodec) === null);
  expect(unknown).toEqual([]);
});

it.each(['ansi', 'wrapped_avframe', 'libzvbi_teletextdec', 'h264_v4l2m2m', 'idf', ''])('leaves out %j', (name) => {
  expect(isAllowedDecoder(name)).toBe(false);
});
