import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { VigilError } from '@vigil/contracts';
import { makeSamplePack, zipFiles } from '@vigil/server/testing';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutputStream } from './command-context.ts';
import { verify as verifyCommand } from './commands/verify.ts';
import { readConfiguration } from './config.ts';
import { type Ended, Workplace } from './fixtures/run-vigil.ts';

const workplace = new Workplace();
let zip: Buffer;
let seal: string;
let files: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  ({ zip, seal } = await makeSamplePack());
  files = await filesOf(zip);
});
afterAll(() => workplace[Symbol.dispose]());

async function filesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry())
    found.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return found;
}

/** Runs the command in this process, which is quicker than in one of its own. */
async function verify(pack: Buffer, options: { readonly json?: boolean; readonly signal?: AbortSignal } = {}): Promise<Ended> {
  const file = workplace.file('pack.zip');
  await writeFile(file, pack);
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said): OutputStream => ({ write: (text: string) => (said[name] += text) });
  const { signal = new AbortController().signal, json = false } = options;
  const context = {
    configuration: readConfiguration({}),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    signal,
    version: '0',
  };
  return { exitCode: await verifyCommand(context, { file, json }), ...said };
}

/** The pack with some files changed; null leaves one out. */
async function changed(changes: Readonly<Record<string, Buffer | string | null>>): Promise<Buffer> {
  const other = new Map(files);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) other.delete(path);
    else other.set(path, Buffer.from(content));
  }
  return await zipFiles(other);
}

/** The manifest with a text in place of another. */
function manifestWith(text: string, other: string): string {
  const manifest = String(files.get('manifest.json'));
  expect(manifest).toContain(text);
  return manifest.replace(text, other);
}

/** Lines that say that something does not hold. */
const bad = ({ stdout }: Ended): string[] => stdout.split('\n').filter((line) => line.startsWith('BAD '));

it('a pack as the service made it holds, file by file, up to the seal of the audit log', async () => {
  await writeFile(workplace.file('sent.zip'), zip);
  const ended = await workplace.run('verify', 'sent.zip');
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  expect(bad(ended)).toEqual([]);
  const sealed = [...files.keys()].filter((path) => path !== 'manifest.json' && path !== 'VERIFY.md');
  expect(sealed).toHaveLength(9);
  for (const path of sealed)
    expect(ended.stdout).toContain(`ok   ${path} is as it was sealed
`);
  expect(ended.stdout).toContain(`ok   chain leads from the original to the seal ${seal}\n`);
  expect(ended.stdout).toContain('ok   manifest.json agrees with the sealed records\n');
  expect(ended.stdout).toContain(' -   VERIFY.md is a guide, which nothing seals\n');
  expect(ended.stdout).toContain('version of vigil: 0.1.0\n');
  const { stdout } = await verify(zip, { json: true });
  expect(JSON.parse(stdout)).toMatchObject({ holds: true, incidentId: 'i-1', seal, versions: { vigil: '0.1.0' } });
});

it('one flipped byte is found, wherever it is', async () => {
  const at = zip.indexOf('clip', zip.indexOf('clips/i-1.mp4') + 'clips/i-1.mp4'.length);
  const flipped = Buffer.from(zip);
  flipped[at] ^= 1;
  const ended = await verify(flipped);
  expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
  expect(bad(ended)).toEqual([expect.stringMatching(/^BAD {2}clips\/i-1.mp4 (was changed: its SHA-256 is|cannot be unpacked)/)]);
  expect(ended.stdout).toContain('The pack is NOT as it was made.\n');
  expect(ended.stdout).not.toContain('whole and unchanged');
});

it.each([
  ['a missing file', { 'clips/i-1.mp4': null }, ['clips/i-1.mp4 is missing']],
  ['an extra file', { 'clips/other.mp4': 'x' }, ['clips/other.mp4 is in no manifest: somebody added it']],
  ['another content of the same size', { 'clips/i-1.mp4': 'clap' }, ['clips/i-1.mp4 was changed: its SHA-256 is ']],
  ['a longer file', { 'clips/i-1.mp4': 'x'.repeat(5000) }, ['clips/i-1.mp4 has 5000 bytes, not 4']],
  ['no manifest', { 'manifest.json': null }, ['manifest.json is missing: this is no evidence pack']],
  [
    'a manifest that is none',
    { 'manifest.json': '{"format":"zip"}' },
    ['manifest.json is no manifest of an evidence pack: format: '],
  ],
  ['a manifest that is no JSON', { 'manifest.json': '{' }, ['manifest.json is no manifest of an evidence pack: ']],
])('%s is told of in one line', async (_, changes, lines) => {
  const ended = await verify(await changed(changes as Record<string, string | null>));
  expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
  expect(bad(ended)).toEqual(lines.map((line) => expect.stringContaining(`BAD  ${line}`)));
});

it.each([
  [
    'another incident',
    '"incidentId": "i-1"',
    '"incidentId": "i-2"',
    'manifest.json names another incident than the sealed records',
  ],
  ['another version', '"vigil": "0.1.0"', '"vigil": "9.9.9"', 'manifest.json names other versions than the sealed records'],
  ['another original', 'Straße.mp4', 'Other.mp4', 'manifest.json names another original than the sealed records'],
])('a manifest that speaks of %s is found', async (_, text, other, line) => {
  const ended = await verify(await changed({ 'manifest.json': manifestWith(text, other) }));
  expect([ended.exitCode, bad(ended)]).toEqual([1, [`BAD  ${line}`]]);
});

it('a manifest that was made to fit a changed file breaks the chain', async () => {
  const { files: listed } = JSON.parse(String(files.get('manifest.json'))) as { files: { path: string; sha256: string }[] };
  const { sha256 } = listed.find(({ path }) => path === 'clips/i-1.mp4') ?? { sha256: '' };
  const other = 'f'.repeat(64);
  const ended = await verify(await changed({ 'manifest.json': manifestWith(sha256, other) }));
  expect(ended.exitCode).toBe(1);
  expect(bad(ended).map((line) => line.slice(0, 60))).toContainEqual(expect.stringContaining('chain breaks at clips/i-1.mp4'));
});

it('what was cut off, and what is no ZIP, is told in one line', async () => {
  for (const bytes of [zip.subarray(0, zip.length >> 1), Buffer.from('not a ZIP at all'), Buffer.alloc(0)]) {
    const ended = await verify(bytes);
    expect(ended).toMatchObject({ exitCode: 1, stderr: '' });
    expect(bad(ended)).toEqual([expect.stringMatching(/^BAD {2}the ZIP cannot be read: \S/)]);
  }
});

it('names in a pack neither lead elsewhere nor move the cursor', async () => {
  const named = async (name: string): Promise<Ended> => {
    const bytes = await changed({ ['n'.repeat(name.length)]: 'x' });
    return await verify(Buffer.from(bytes.toString('latin1').replaceAll('n'.repeat(name.length), name), 'latin1'));
  };
  const elsewhere = await named('../../etc/passwd');
  expect([elsewhere.exitCode, bad(elsewhere)]).toEqual([1, [expect.stringContaining('the ZIP cannot be read: ')]]);
  const moving = await named('a\u001b[2J-of-sixteen');
  expect(bad(moving)).toEqual([expect.stringContaining('a\\u001b[2J-of-sixteen is in no manifest')]);
});

it('a pack that would fill the memory is not unpacked', async () => {
  const bomb = await verify(await changed({ 'manifest.json': Buffer.alloc(64 * 2 ** 20, 0x20) }));
  expect([bomb.exitCode, bad(bomb)]).toEqual([1, ['BAD  manifest.json has 67108864 bytes, and a manifest at most 16777216']]);
});

it('ends at once where the user does not want it any more', async () => {
  const stop = new AbortController();
  stop.abort(new VigilError('cancelled', 'cancelled'));
  await expect(verify(zip, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
});

it('a file that is not there, and a folder, are no pack to look at', async () => {
  expect(await workplace.run('verify', 'none.zip')).toEqual({
    exitCode: 3,
    stdout: '',
    stderr: 'vigil: "none.zip" is not there\n',
  });
  expect(await workplace.run('verify', '.')).toMatchObject({ exitCode: 3, stdout: '' });
  expect((await workplace.run('verify')).exitCode).toBe(2);
  expect(existsSync(workplace.file('data'))).toBe(false);
});
