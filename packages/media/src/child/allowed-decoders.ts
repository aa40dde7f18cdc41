/**
 * Decoders that files are read with, by FFmpeg's names: what cameras, phones, recorders, browsers and editors write. The other few
 * hundred (games of the nineties, raw dumps of libraries, pictures with scripts in them) are rarely tested and no video needs them.
 */
const allowedDecoders: ReadonlySet<string> = new Set([
  'h264', 'hevc', 'vvc', 'av1', 'libdav1d', 'vp8', 'vp9', 'libvpx', 'libvpx-vp9', 'vp3', 'vp6', 'vp6a', 'vp6f', 'theora',
  'mpegvideo', 'mpeg1video', 'mpeg2video', 'mpeg4', 'msmpeg4v1', 'msmpeg4v2', 'msmpeg4', 'h261', 'h263', 'h263i', 'h263p', 'flv',
  'wmv1', 'wmv2', 'wmv3', 'vc1', 'mjpeg', 'mjpegb', 'amv', 'sp5x', 'mxpeg', 'jpeg2000', 'jpegls', 'png', 'gif',
  'rv10', 'rv20', 'rv30', 'rv40', 'svq1', 'svq3', 'cinepak', 'msvideo1', 'msrle', 'qtrle', 'camtasia', 'flashsv', 'zmbv',
  'ffv1', 'ffvhuff', 'huffyuv', 'utvideo', 'magicyuv', 'lagarith', 'prores', 'dnxhd', 'cfhd', 'dvvideo', 'dirac',
  'rawvideo', 'v210', 'v308', 'v408', 'v410', 'yuv4', 'r10k', 'r210', 'zlib',
  'aac', 'aac_latm', 'libfdk_aac', 'mp1', 'mp1float', 'mp2', 'mp2float', 'mp3', 'mp3float', 'ac3', 'eac3', 'dca', 'truehd', 'mlp',
  'opus', 'libopus', 'vorbis', 'libvorbis', 'flac', 'alac', 'wavpack', 'tta', 'ape', 'speex', 'nellymoser', 'dvaudio', 's302m',
  'amrnb', 'amrwb', 'gsm', 'gsm_ms', 'g722', 'g726', 'g726le', 'g729', 'g723_1', 'qcelp', 'evrc',
  'wmav1', 'wmav2', 'wmapro', 'wmalossless', 'wmavoice', 'cook', 'real_144', 'real_288', 'sipr', 'atrac3', 'qdm2',
  'adpcm_ima_wav', 'adpcm_ima_qt', 'adpcm_ima_amv', 'adpcm_ms', 'adpcm_swf', 'adpcm_yamaha',
  'pcm_alaw', 'pcm_mulaw', 'pcm_bluray', 'pcm_dvd', 'pcm_u8', 'pcm_s8', 'pcm_s16be', 'pcm_s16le', 'pcm_s16le_planar', 'pcm_u16be',
  'pcm_u16le', 'pcm_s24be', 'pcm_s24le', 'pcm_s32be', 'pcm_s32le', 'pcm_f32be', 'pcm_f32le', 'pcm_f64be', 'pcm_f64le', 'pcm_s64be', 'pcm_s64le',
]); // prettier-ignore

/** The list as FFmpeg's option `codec_whitelist` takes it. */
export const decoderWhitelist: string = [...allowedDecoders].join(',');

/** True for a decoder, by FFmpeg's name, that files are read with. */
export function isAllowedDecoder(name: string | null): boolean {
  return name !== null && allowedDecoders.has(name);
}
