/**
 * Demuxers that files are opened with. Each reads one file and nothing else: playlists, concatenations, session descriptions
 * and picture sequences, which make FFmpeg open other files or the network, are not among them.
 */
export const allowedDemuxers: readonly string[] = [
  'mov', 'mp4', 'matroska', 'webm', 'avi', 'mpegts', 'mpeg', 'mpegvideo', 'h264', 'hevc', 'vvc', 'obu', 'av1', 'm4v', 'ivf', 'flv',
  'live_flv', 'asf', 'ogg', 'rm', 'mxf', 'nut', 'dv', 'wtv', 'yuv4mpegpipe', 'mjpeg', 'h263', 'vc1', 'nsv', 'gif',
  'wav', 'w64', 'aiff', 'mp3', 'aac', 'ac3', 'eac3', 'flac', 'amr', 'caf', 'au', 'dts', 'wv', 'ape', 'tta',
]; // prettier-ignore

/** Demuxers whose time stamps count from an arbitrary start: their media time counts from the first packet. */
const withoutTimeLine = new Set([
  'mpegts',
  'mpeg',
  'mpegvideo',
  'h264',
  'hevc',
  'vvc',
  'obu',
  'm4v',
  'mjpeg',
  'h263',
  'vc1',
  'dv',
]);
/** Demuxers whose duration FFmpeg guesses from the bit rate. */
const withoutDuration = new Set([
  'mpegvideo',
  'h264',
  'hevc',
  'vvc',
  'obu',
  'm4v',
  'mjpeg',
  'h263',
  'vc1',
  'aac',
  'ac3',
  'eac3',
  'dts',
]);

/** True for a demuxer name as FFmpeg gives it (alternatives with commas between) that is allowed. */
export function isAllowedDemuxer(name: string): boolean {
  return name.split(',').some((part) => allowedDemuxers.includes(part));
}

/** True where the container's own zero is the zero of media time. */
export function hasTimeLine(demuxer: string): boolean {
  return !withoutTimeLine.has(demuxer);
}

/** True where the container states its duration. */
export function statesDuration(demuxer: string): boolean {
  return !withoutDuration.has(demuxer);
}
