import type { GroupMaker } from './group.ts';

/** Text files that make a player open other files or the network: `file` is a video beside, `host` a server on this machine. */
const texts: readonly (readonly [what: string, extensions: readonly string[], text: (file: string, host: string) => string])[] = [
  ['HLS list of a file', ['m3u8', 'mp4', 'ts'], (file) => hls(file)],
  ['HLS list of a file: address', ['m3u8'], (file) => hls(`file://${file}`)],
  ['HLS list of a web address', ['m3u8', 'mkv'], (_file, host) => hls(`http://${host}/a.ts`)],
  ['HLS list of lists', ['m3u8'], (file, host) => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${file}\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhttp://${host}/b.m3u8\n`],
  ['HLS list with a key', ['m3u8'], (file, host) => `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-KEY:METHOD=AES-128,URI="http://${host}/key"\n#EXTINF:6,\n${file}\n#EXT-X-ENDLIST\n`],
  ['HLS list with a map', ['m3u8'], (file) => `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MAP:URI="${file}"\n#EXTINF:6,\n${file}\n#EXT-X-ENDLIST\n`],
  ['HLS list of a concatenation', ['m3u8'], (file, host) => hls(`concat:http://${host}/header|file://${file}`)],
  ['HLS list of a part', ['m3u8', 'avi'], (file) => hls(`subfile,,start,0,end,64,,:${file}`)],
  ['HLS list of itself as data', ['m3u8'], () => hls('data:application/x-mpegURL;base64,I0VYVE0zVQo=')],
  ['HLS list behind a byte order mark', ['m3u8'], (file) => `\ufeff${hls(file)}`],
  ['list of songs', ['m3u', 'pls'], (file, host) => `[playlist]\nFile1=${file}\nFile2=http://${host}/c.mp3\nNumberOfEntries=2\n`],
  ['concatenation', ['ffconcat', 'txt', 'mp4'], (file) => `ffconcat version 1.0\nfile '${file}'\n`],
  ['concatenation of a web address', ['ffconcat'], (_file, host) => `ffconcat version 1.0\nfile 'http://${host}/d.mp4'\n`],
  ['DASH manifest', ['mpd', 'webm'], (file, host) => dash(file, host)],
  ['smooth streaming manifest', ['ism'], (_file, host) => `<?xml version="1.0"?><SmoothStreamingMedia MajorVersion="2" Duration="100"><StreamIndex Type="video" Url="http://${host}/e"/></SmoothStreamingMedia>`],
  ['session description', ['sdp', 'mp4'], () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n'],
  ['RTSP redirection', ['rtsp', 'mov'], (_file, host) => `rtsptextRTSP://${host}/f\r\n`],
  ['ASX list', ['asx', 'wmv'], (file, host) => `<asx version="3.0"><entry><ref href="${file}"/></entry><entry><ref href="http://${host}/g.wmv"/></entry></asx>`],
  ['SMIL list', ['smil'], (file) => `<smil><body><video src="${file}"/></body></smil>`],
  ['metadata file', ['ffmetadata', 'mp4'], () => ';FFMETADATA1\ntitle=x\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=99999999999\n'],
  ['AviSynth script', ['avs', 'avi'], (file) => `AVISource("${file}")\n`],
  ['VapourSynth script', ['vpy'], (file) => `import vapoursynth as vs\ncore = vs.core\ncore.ffms2.Source("${file}").set_output()\n`],
  ['filter graph', ['lavfi', 'mp4'], (file) => `movie=${file}[out0]\n`],
  ['subtitles that name a video', ['srt', 'ass', 'mks'], (file) => `1\n00:00:00,000 --> 00:00:09,000\n<font face="${file}"><img src="file://${file}"/></font>\n`],
  ['subtitles of MicroDVD', ['sub'], (file) => `{1}{1}25.000\n{1}{100}${file}\n`],
  ['index of subtitles', ['idx'], () => '# VobSub index file, v7\nsize: 720x576\nid: en, index: 0\ntimestamp: 00:00:01:101, filepos: 000000000\n'],
  ['SVG picture', ['svg', 'mp4'], (file, host) => `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><image href="file://${file}"/><image href="http://${host}/h.png"/></svg>`],
  ['IMF list', ['xml'], (_file, host) => `<?xml version="1.0"?><CompositionPlaylist xmlns="http://www.smpte-ra.org/schemas/2067-3/2016"><Id>urn:uuid:0</Id><a>http://${host}/i.mxf</a></CompositionPlaylist>`],
]; // prettier-ignore

/** Playlists, manifests, scripts and subtitles, under their own extensions and under those of videos. */
export const addReferences: GroupMaker = ({ corpus, canaryFile, canaryAddress }) => {
  for (const [what, extensions, text] of texts) {
    for (const extension of extensions)
      corpus.add('references', `${what} as .${extension}`, extension, text(canaryFile, canaryAddress));
  }
};

function hls(target: string): string {
  return `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${target}\n#EXT-X-ENDLIST\n`;
}

function dash(file: string, host: string): string {
  const segments = `<SegmentList><Initialization sourceURL="file://${file}"/><SegmentURL media="http://${host}/j.m4s"/></SegmentList>`;
  const set = `<AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>file://${file}</BaseURL>${segments}</Representation></AdaptationSet>`;
  return `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S"><Period>${set}</Period></MPD>`;
}
