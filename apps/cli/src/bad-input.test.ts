import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grayY4m, makeChanged, makeVideo, silentWav } from './fixtures/make-videos.ts';
import { type Ended, Workplace } from './fixtures/run-vigil.ts';

const workplace = new Workplace();
const good = workplace.file('good.mp4');

beforeAll(async () => {
  await makeVideo(good, { seconds: 4 });
  await makeVideo(workplace.file('good.mkv'), { seconds: 4 });
});
afterAll(() => workplace[Symbol.dispose]());

/** How a command ends, and whether it left an output folder. */
async function outcome(...args: string[]): Promise<Ended & { left: boolean }> {
  const ended = await workplace.run(...args);
  return { ...ended, left: existsSync(workplace.file('out')) };
}

/** One clear line with these words, nothing on standard output, and nothing that looks complete. */
function failed(exitCode: number, words: RegExp): unknown {
  const stderr: unknown = expect.stringMatching(new RegExp(`^vigil: [^\\n]*${words.source}[^\\n]*\\n$`));
  return { exitCode, stdout: '', stderr, left: false };
}

describe('a file that cannot be analysed ends with 3', () => {
  it('missing', async () => {
    expect(await outcome('analyse', 'none.mp4', '--out', 'out')).toEqual(failed(3, /none\.mp4.*no such file/));
  });

  it('a directory', async () => {
    await mkdir(workplace.file('folder.mp4'));
    expect(await outcome('analyse', 'folder.mp4', '--out', 'out')).toEqual(failed(3, /folder\.mp4.*directory/));
  });

  it('empty', async () => {
    await writeFile(workplace.file('empty.mp4'), '');
    expect(await outcome('analyse', 'empty.mp4', '--out', 'out')).toEqual(failed(3, /empty\.mp4.*0 bytes/));
  });

  it('text under the name of a video', async () => {
    await writeFile(workplace.file('text.mp4'), 'Nothing happened today.\n'.repeat(100));
    expect(await outcome('analyse', 'text.mp4', '--out', 'out')).toEqual(failed(3, /text\.mp4.*not a video/));
  });

  it('an MP4 cut before its index', async () => {
    await makeChanged(workplace.file('cut.mp4'), good, (bytes) => bytes.subarray(0, bytes.length / 2));
    expect(await outcome('analyse', 'cut.mp4', '--out', 'out')).toEqual(failed(3, /cut\.mp4/));
  });

  it('an MKV cut before its first picture', async () => {
    await makeChanged(workplace.file('head.mkv'), workplace.file('good.mkv'), (bytes) => bytes.subarray(0, 300));
    expect(await outcome('analyse', 'head.mkv', '--out', 'out')).toEqual(failed(3, /head\.mkv/));
  });

  it('an index that leads nowhere', async () => {
    await makeChanged(workplace.file('index.mp4'), good, (bytes) => {
      const at = bytes.indexOf('stco');
      for (let entry = 0; entry < bytes.readUInt32BE(at + 8); entry++) bytes.writeUInt32BE(0x7fff0000, at + 12 + 4 * entry);
      return bytes;
    });
    expect(await outcome('analyse', 'index.mp4', '--out', 'out')).toEqual(failed(3, /index\.mp4/));
  });

  it('sound alone', async () => {
    await writeFile(workplace.file('sound.wav'), silentWav());
    expect(await outcome('analyse', 'sound.wav', '--out', 'out')).toEqual(failed(3, /sound\.wav/));
  });

  it.each([
    [1, 1],
    [8000, 8000],
  ])('pictures of %d×%d', async (width, height) => {
    await writeFile(workplace.file('size.y4m'), grayY4m(width, height));
    expect(await outcome('analyse', 'size.y4m', '--out', 'out')).toEqual(failed(3, new RegExp(`size\\.y4m.*${width}×${height}`)));
  });

  it('a codec that nothing decodes', async () => {
    await makeChanged(workplace.file('codec.mp4'), good, (bytes) => {
      bytes.write('zzzz', bytes.indexOf('avc1', bytes.indexOf('stsd')), 'latin1');
      return bytes;
    });
    expect(await outcome('analyse', 'codec.mp4', '--out', 'out')).toEqual(failed(3, /codec\.mp4.*zzzz/));
  });

  it('while learning', async () => {
    expect(await outcome('learn', '--profile', 'gate', good, 'none.mp4')).toEqual(failed(3, /none\.mp4/));
    expect((await workplace.run('profiles', '--json')).stdout).toBe('[]\n');
  });
});

it('an MKV that was cut short is analysed up to the cut, and says so', async () => {
  await makeChanged(workplace.file('cut.mkv'), workplace.file('good.mkv'), (bytes) => bytes.subarray(0, bytes.length * 0.7));
  const { exitCode, stdout } = await workplace.run('analyse', 'cut.mkv', '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ source: { truncated: true } });
});

it('a bad file among several does not stop the others, and its exit code stands', async () => {
  const { exitCode, stdout, stderr } = await workplace.run('analyse', 'none.mp4', good, '--out', 'several');
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^vigil: [^\n]*none\.mp4[^\n]*\n$/);
  expect(stdout).toContain('none.mp4: failed (file-missing)');
  expect(stdout).toMatch(/good\.mp4: \d+ incidents?\n/);
  expect(await readdir(workplace.file('several'))).toEqual(['good']);
  expect(await readdir(workplace.file('several/good'))).toEqual(expect.arrayContaining(['incidents.json', 'report.html']));
});

describe('a profile that cannot be used ends with 4', () => {
  const profiles = workplace.file('data/profiles');

  it('missing', async () => {
    expect(await outcome('analyse', good, '--profile', 'none', '--out', 'out')).toEqual(failed(4, /no profile none/));
    expect(await outcome('learn', good, '--extend', '--profile', 'none')).toEqual(failed(4, /no profile none/));
  });

  it('unreadable', async () => {
    await mkdir(profiles, { recursive: true });
    await writeFile(`${profiles}/broken.vigil-profile`, 'not a profile');
    expect(await outcome('analyse', good, '--profile', 'broken', '--out', 'out')).toEqual(failed(4, /broken.*cannot be read/));
    expect((await workplace.run('profiles')).stdout).toMatch(/broken .*cannot be used/);
  });

  it('of another version, or of other pictures', async () => {
    expect(await workplace.run('learn', '--profile', 'gate', good)).toMatchObject({ exitCode: 0 });
    await makeVideo(workplace.file('wide.mp4'), { seconds: 4, width: 320, height: 120 });
    expect(await outcome('analyse', 'wide.mp4', '--profile', 'gate', '--out', 'out')).toEqual(
      failed(4, /wide\.mp4.*same camera/),
    );
    const file = JSON.parse(gunzipSync(await readFile(`${profiles}/gate.vigil-profile`)).toString()) as { profile: object };
    const other = { ...file, profile: { ...file.profile, formatVersion: 99 } };
    await writeFile(`${profiles}/other.vigil-profile`, gzipSync(JSON.stringify(other)));
    expect(await outcome('analyse', good, '--profile', 'other', '--out', 'out')).toEqual(failed(4, /format version 99/));
  });
});

describe('a data set that cannot be used ends with 4', () => {
  it.each([
    ['no JSON', '{', /dataset\.json/],
    ['a wrong field', '{"name":"x","task":"party","clips":[]}', /dataset\.json.*task/],
    ['a clip that is not there', '{"name":"x","task":"one-class","clips":[{"file":"a.mp4","split":"train"}]}', /a\.mp4/],
  ])('%s', async (name, text, words) => {
    const folder = workplace.file(`set ${name}`);
    await mkdir(folder);
    await writeFile(`${folder}/dataset.json`, text);
    expect(await outcome('eval', folder, '--out', 'out')).toEqual(failed(4, words));
  });

  it('without a description, where a folder that is not there ends with 3', async () => {
    const folder = workplace.file('set of nothing');
    await mkdir(folder);
    expect(await outcome('eval', folder, '--out', 'out')).toEqual(failed(4, /set of nothing\/dataset\.json does not exist/));
    expect(await outcome('eval', `${folder}/gone`, '--out', 'out')).toEqual(failed(3, /set of nothing\/gone does not exist/));
  });
});

describe('an output that cannot be written ends with 6', () => {
  it('where a file is in the way', async () => {
    await writeFile(workplace.file('taken'), 'mine');
    expect(await outcome('analyse', good, '--out', 'taken/deep')).toEqual(failed(6, /taken/));
    expect(await outcome('analyse', good, '--out', 'taken')).toEqual(failed(6, /taken/));
    expect(await outcome('eval', '.', '--out', 'taken/report.html')).toEqual(failed(6, /taken/));
    expect(await readFile(workplace.file('taken'), 'utf8')).toBe('mine');
  });

  it('where the folder holds a result of something else', async () => {
    await mkdir(workplace.file('other'));
    await writeFile(workplace.file('other/incidents.json'), '[]');
    expect(await outcome('analyse', good, '--out', 'other')).toEqual(failed(6, /incidents\.json.*would be lost/));
  });
});
