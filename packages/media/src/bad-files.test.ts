import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMedia, steadyTimes } from './fixtures/make-media.ts';
import { grayOf, graySteps } from './fixtures/paint.ts';
import { meanOf, readFrames } from './fixtures/read-frames.ts';
import { TestFolder } from './fixtures/test-folder.ts';
import { openFrames } from './open-frames.ts';
import { probe } from './probe.ts';

const folder = new TestFolder();
const good = folder.file('good.mp4');
const recipe = { width: 64, height: 48, times: steadyTimes(60, 10), paint: graySteps(64, 48), encoderOptions: { g: 10 } };

beforeAll(() => makeMedia(good, recipe));
afterAll(() => folder[Symbol.dispose]());

/** The file with bytes changed by `change`. */
function changed(name: string, source: string, change: (bytes: Buffer) => Buffer): string {
  const file = folder.file(name);
  writeFileSync(file, change(readFileSync(source)));
  return file;
}

async function failure(file: string): Promise<{ code: string; message: string }> {
  const error: unknown = await readFrames(file).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'VigilError' });
  const { code, message } = error as { code: string; message: string };
  expect(message).not.toMatch(/[\n\r]/);
  return { code, message };
}

describe('files that are no video', () => {
  it('names a missing file', async () => {
    expect(await failure(folder.file('none.mp4'))).toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('none.mp4'),
    });
  });

  it('names a directory', async () => {
    mkdirSync(folder.file('clips.mp4'));
    expect(await failure(folder.file('clips.mp4'))).toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('directory'),
    });
  });

  it('names a device', async () => {
    expect((await failure('/dev/zero')).code).toBe('file-unreadable');
  });

  it('names an empty file', async () => {
    writeFileSync(folder.file('empty.mp4'), '');
    expect((await failure(folder.file('empty.mp4'))).code).toBe('file-empty');
  });

  it('sees that text is not media, whatever its name', async () => {
    writeFileSync(folder.file('notes.mp4'), 'Dear diary, today nothing happened.\n'.repeat(200));
    expect((await failure(folder.file('notes.mp4'))).code).toBe('not-media');
  });

  it('names a file without pictures', async () => {
    const file = folder.file('sound.mp4');
    makeMedia(file, { ...recipe, times: [], tone: { startSeconds: 0, durationSeconds: 1 } });
    expect((await failure(file)).code).toBe('no-video');
    expect(await probe(file)).toMatchObject({ video: null, audio: { codec: 'aac', sampleRateHz: 48_000, channels: 1 } });
  });

  it.each([
    ['list.m3u8', (target: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${target}\n#EXT-X-ENDLIST\n`],
    ['list.mp4', (target: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${target}\n#EXT-X-ENDLIST\n`],
    ['list.ffconcat', (target: string) => `ffconcat version 1.0\nfile '${target}'\n`],
    [
      'session.sdp',
      () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n',
    ],
    [
      'manifest.mpd',
      (target: string) =>
        `<?xml version="1.0"?><MPD><Period><AdaptationSet><BaseURL>${target}</BaseURL></AdaptationSet></Period></MPD>`,
    ],
    ['frame%03d.jpg', () => 'not a picture'],
  ])('does not follow %s to other files or the network', async (name, text) => {
    writeFileSync(folder.file(name), text(good));
    expect((await failure(folder.file(name))).code).toBe('not-media');
  });
});

describe('files that were cut short', () => {
  it('says that the index of an MP4 is missing', async () => {
    const file = changed('no-index.mp4', good, (bytes) => bytes.subarray(0, bytes.indexOf('moov') - 4));
    expect(await failure(file)).toMatchObject({ code: 'file-truncated', message: expect.stringContaining('moov') });
  });

  it.each([
    { name: 'front.mp4', container: 'mp4', from: 'mdat', to: null, containerOptions: { movflags: 'faststart' } },
    { name: 'short.mkv', container: 'matroska', from: '\x1f\x43\xb6\x75', to: '\x1c\x53\xbb\x6b', containerOptions: {} },
    { name: 'short.avi', container: 'avi', from: 'movi', to: 'idx1', containerOptions: {} },
  ])('delivers $container pictures up to the cut, then says so', async ({ name, container, from, to, containerOptions }) => {
    const whole = folder.file(`whole-${name}`);
    makeMedia(whole, { ...recipe, container, containerOptions });
    const file = changed(name, whole, (bytes) => {
      const start = bytes.indexOf(from, 0, 'latin1');
      const end = to === null ? bytes.length : bytes.lastIndexOf(to, undefined, 'latin1');
      return bytes.subarray(0, Math.round(start + 0.7 * (end - start)));
    });
    const { frames, source } = await readFrames(file);
    expect(frames.length).toBeGreaterThan(10);
    expect(frames.length).toBeLessThan(60);
    frames.forEach((frame, index) => expect(Math.abs(meanOf(frame)[0] - grayOf(index))).toBeLessThan(3));
    expect(source.truncated).toMatchObject({
      lastFrameSeconds: frames.at(-1)?.timeSeconds,
      message: expect.stringContaining('cut short'),
    });
    expect(source.truncated?.missingBytes).toBeGreaterThan(0);
  });

  it('says so where not one picture is left', async () => {
    const whole = folder.file('whole-front.mp4');
    const file = changed('head.mp4', whole, (bytes) => bytes.subarray(0, bytes.indexOf('mdat') + 8));
    expect((await failure(file)).code).toBe('file-truncated');
  });
});

describe('files that are damaged', () => {
  it('says that an index leads nowhere', async () => {
    const file = changed('index.mp4', good, (bytes) => {
      const at = bytes.indexOf('stco');
      const entries = bytes.readUInt32BE(at + 8);
      for (let i = 0; i < entries; i += 1) bytes.writeUInt32BE(0x7fff0000, at + 12 + 4 * i);
      return bytes;
    });
    expect(await failure(file)).toMatchObject({ code: 'file-unreadable', message: expect.stringContaining('index') });
  });

  it('reads an AVI whose index is rubbish', async () => {
    const whole = folder.file('indexed.avi');
    makeMedia(whole, { ...recipe, container: 'avi' });
    const file = changed('rubbish.avi', whole, (bytes) => bytes.fill(0xee, bytes.lastIndexOf('idx1') + 8));
    expect((await readFrames(file)).frames.length).toBe(60);
  });

  it('goes on after damaged packets and counts them', async () => {
    const file = changed('dirty.mp4', good, (bytes) => {
      const start = bytes.indexOf('mdat') + 4;
      const length = bytes.readUInt32BE(start - 8);
      return bytes.fill(0xff, start + Math.round(length * 0.4), start + Math.round(length * 0.5));
    });
    const { frames, source } = await readFrames(file);
    expect(frames.length).toBeGreaterThan(30);
    expect(source.damagedPackets).toBeGreaterThan(0);
  });

  it('reads a file with rubbish behind its end', async () => {
    const file = changed('tail.mp4', good, (bytes) => bytes);
    appendFileSync(file, Buffer.alloc(5000, 0xa5));
    const { frames, source } = await readFrames(file);
    expect(frames.length).toBe(60);
    expect(source.truncated).toBeNull();
  });

  it('names a codec that nothing decodes', async () => {
    const file = changed('codec.mp4', good, (bytes) => {
      bytes.write('zzzz', bytes.indexOf('avc1', bytes.indexOf('stsd')), 'latin1');
      return bytes;
    });
    expect(await failure(file)).toMatchObject({ code: 'codec-unsupported', message: expect.stringContaining('zzzz') });
  });

  it.each([
    [1, 1],
    [8000, 8000],
  ])('states the limits for pictures of %i×%i', async (width, height) => {
    const file = folder.file(`${width}.nut`);
    makeMedia(file, {
      width,
      height,
      times: [0],
      paint: () => new Uint8Array(width * height * 3),
      encoder: 'rawvideo',
      pixelFormat: 'gray',
      container: 'nut',
    });
    const { code, message } = await failure(file);
    expect(code).toBe('picture-size-unsupported');
    expect(message).toContain(`${width}×${height}`);
    expect(message).toContain('16×16');
    expect(message).toContain('8192');
  });
});

it.each(['quo"te\'s.mp4', 'line\nbreak.mp4', '-dash.mp4', 'bücher 影片 🎬.mp4', 'concat:a.mp4', '%03d.mp4', ' space .mp4'])(
  'reads a file named %j',
  async (name) => {
    writeFileSync(folder.file(name), readFileSync(good));
    expect(await probe(folder.file(name))).toMatchObject({ video: { codec: 'h264' } });
    expect((await failure(`${folder.file(name)}.none`)).code).toBe('file-missing');
  },
);

it('says that a name which is no text is a matter of its bytes', async () => {
  const name = Buffer.concat([Buffer.from(`${folder.path}/latin`), Buffer.from([0xe9]), Buffer.from('.mp4')]);
  writeFileSync(name, readFileSync(good));
  expect(await failure(name.toString())).toMatchObject({ code: 'file-missing', message: expect.stringContaining('UTF-8') });
});

it('shows names without their control characters and marks of direction', async () => {
  const { message } = await failure(folder.file('a\u001b[31m\u009b\u202e\u2066\n4pm.exe'));
  expect(message).toContain(String.raw`a\u001b[31m\u009b\u202e\u2066\n4pm.exe`);
  expect(message).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
});

describe('files that claim what cannot be', () => {
  const field = (name: string, box: string, offset: number, value: number): string =>
    changed(name, good, (bytes) => {
      bytes.writeUInt32BE(value, bytes.indexOf(box) - 4 + offset);
      return bytes;
    });

  it('takes pixels of an impossible shape for square ones', async () => {
    const file = folder.file('square.mp4');
    makeMedia(file, { ...recipe, sampleAspectRatio: [1, 1] });
    const stretched = changed('stretched.mp4', file, (bytes) => {
      bytes.writeUInt32BE(0x7fffffff, bytes.indexOf('pasp') + 4);
      return bytes;
    });
    expect((await probe(stretched)).video).toMatchObject({ width: 64, height: 48 });
  });

  it('names an index that asks for more memory than any video needs', async () => {
    const { code, message } = await failure(field('table.mp4', 'stts', 12, 0xffffffff));
    expect(code).toBe('file-unreadable');
    expect(message).toContain('memory');
  });

  it('leaves out what comes after the clock has stopped, and says so', async () => {
    const file = folder.file('stuck.mkv');
    const times = [...steadyTimes(10, 10), ...Array.from({ length: 4000 }, (_, index) => 0.95 + index / 1e6)];
    makeMedia(file, { width: 16, height: 16, times, paint: graySteps(16, 16), encoder: 'ffv1', container: 'matroska' });
    const { frames, source } = await readFrames(file);
    expect(frames.length).toBeLessThan(13);
    expect(source.truncated?.message).toContain('stand still');
  });

  it('does not decode what only libraries for rare pictures and games would', async () => {
    const file = folder.file('rare.mkv');
    makeMedia(file, { ...recipe, encoder: 'snow', container: 'matroska', encoderOptions: { strict: -2 } });
    expect(await failure(file)).toMatchObject({ code: 'codec-unsupported', message: expect.stringContaining('snow') });
  });
});

describe('the process of a file', () => {
  it('dies alone: its death is an error of that file', async () => {
    await using other = await openFrames(good);
    await using source = await openFrames(good);
    process.kill(source.processId, 'SIGSEGV');
    await expect(Array.fromAsync(source)).rejects.toMatchObject({ code: 'media-process-died', details: { signal: 'SIGSEGV' } });
    expect(await Array.fromAsync(other)).toHaveLength(60);
  });

  it('is ended when it makes no progress', async () => {
    await using source = await openFrames(good, { stallTimeoutMs: 4000 });
    process.kill(source.processId, 'SIGSTOP');
    await expect(Array.fromAsync(source)).rejects.toMatchObject({ code: 'media-process-stalled', details: { timeoutMs: 4000 } });
  });

  it('is ended above its memory ceiling', async () => {
    await expect(probe(good, { memoryCeilingBytes: 20 * 1024 ** 2 })).rejects.toMatchObject({
      code: 'media-process-died',
      message: expect.stringContaining('20 MiB'),
    });
  });

  it('ends at once when cancelled', async () => {
    const controller = new AbortController();
    await using source = await openFrames(good, { signal: controller.signal });
    controller.abort();
    await expect(Array.fromAsync(source)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(probe(good, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
