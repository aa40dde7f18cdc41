import { Codec, CodecContext, type Stream } from 'node-av/lib';
import { isAllowedDecoder } from './allowed-decoders.ts';
import { ffmpegWords, throwIfOutOfMemory } from './ffmpeg-error.ts';
import { MediaFailure } from './media-failure.ts';

/**
 * The decoder of a sound track, open.
 *
 * @throws MediaFailure `codec-unsupported`
 */
export function openSoundDecoder(source: Stream): CodecContext {
  const codec = Codec.findDecoder(source.codecpar.codecId);
  if (codec === null) throw unsupportedCodec(source.codecpar.codecTagString ?? 'unknown', 'no decoder is known');
  if (!isAllowedDecoder(codec.name)) throw unsupportedCodec(codec.name ?? 'unknown', 'its decoder is not used');
  const context = new CodecContext();
  context.allocContext3(codec);
  context.parametersToContext(source.codecpar);
  context.pktTimebase = source.timeBase;
  const code = context.open2Sync(codec);
  throwIfOutOfMemory(code);
  if (code >= 0) return context;
  context.freeContext();
  throw unsupportedCodec(codec.name ?? 'unknown', ffmpegWords(code));
}

function unsupportedCodec(name: string, why: string): MediaFailure {
  const message = `its sound codec ${JSON.stringify(name)} is not supported (${why}); convert the file to AAC`;
  return new MediaFailure('codec-unsupported', message, { codec: name });
}
