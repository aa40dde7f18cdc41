import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { learnProfile, makeFeatureGrid, type FeatureRecord, type NormalityProfile } from '@vigil/detection';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeProfile, encodeProfile, profileVersion } from './profile-code.ts';
import { listProfiles, loadProfile, saveProfile } from './profile-store.ts';

let profile: NormalityProfile;
let folder: string;

beforeAll(async () => {
  const records: FeatureRecord[] = Array.from({ length: 300 }, (_, index) => ({
    index,
    seconds: index / 5,
    motion: {
      cells: Uint16Array.of(20, 21),
      velocityX: Float32Array.of(0.1 + (index % 7) / 100, 0.1),
      velocityY: new Float32Array(2),
      incoherence: new Float32Array(2),
    },
    appearance: { cells: Uint16Array.of(20), vectors: Int8Array.from({ length: 96 }, (__, i) => ((i * (index + 1)) % 50) - 25) },
    tracks: [],
    people: null,
    camera: null,
    sightings: null,
    blobCount: 1,
    stationaryStarted: [],
    stationaryEnded: [],
  }));
  const source = { name: 'normal.mp4', records: () => records };
  const grid = makeFeatureGrid(160, 120);
  ({ profile } = await learnProfile({ name: 'gate', grid, detectorVersion: 'one', sources: [source], previous: null }));
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-profiles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The bytes of the profile with its JSON changed; the checksum stays. */
function changed(edit: (text: string) => string): Uint8Array {
  return gzipSync(edit(gunzipSync(encodeProfile(profile)).toString('utf8')));
}

describe('the file of a profile', () => {
  it('gives the profile back, whole numbers and fractions alike', () => {
    expect(decodeProfile(encodeProfile(profile), 'x')).toEqual(profile);
    expect(profile.exemplars.segments.length).toBeGreaterThan(0);
  });

  it('has a version that changes with the content', () => {
    expect(profileVersion(profile)).toMatch(/^[0-9a-f]{12}$/);
    expect(profileVersion(decodeProfile(encodeProfile(profile), 'x'))).toBe(profileVersion(profile));
    expect(profileVersion({ ...profile, tracks: profile.tracks + 1 })).not.toBe(profileVersion(profile));
  });

  it('is refused where it is damaged', () => {
    const bytes = encodeProfile(profile);
    const flipped = Uint8Array.from(bytes, (byte, i) => (i === bytes.length >> 1 ? byte ^ 255 : byte));
    const damaged = [
      new Uint8Array(),
      new TextEncoder().encode('not a profile'),
      bytes.slice(0, bytes.length >> 1),
      flipped,
      gzipSync('{"format":"something else"}'),
      changed((text) => text.replace('"revision":1', '"revision":2')),
    ];
    for (const one of damaged) {
      expect(() => decodeProfile(one, 'gate')).toThrow(expect.objectContaining({ code: 'profile-unreadable' }));
    }
  });

  it('is refused where another version of the program wrote it', () => {
    const other = changed((text) => text.replace(`"formatVersion":${profile.formatVersion}`, '"formatVersion":99'));
    expect(() => decodeProfile(other, 'gate')).toThrow(expect.objectContaining({ code: 'profile-mismatch' }));
  });
});

describe('the folder of profiles', () => {
  it('keeps profiles by name, and the revision before beside each', async () => {
    await saveProfile(folder, profile);
    const next = { ...profile, revision: 2 };
    const path = await saveProfile(folder, next);
    expect(await loadProfile(folder, 'gate')).toEqual(next);
    expect(readdirSync(folder).toSorted()).toEqual(['gate.revision-1', 'gate.vigil-profile']);
    expect(decodeProfile(readFileSync(join(folder, 'gate.revision-1')), 'x')).toEqual(profile);
    expect(path).toBe(join(folder, 'gate.vigil-profile'));
  });

  it('lists them with what is wrong with each', async () => {
    await saveProfile(folder, profile);
    writeFileSync(join(folder, 'broken.vigil-profile'), 'x');
    const [broken, gate] = await listProfiles(folder);
    expect(broken).toMatchObject({ name: 'broken', problem: expect.stringContaining('learn it again') as string });
    expect(gate).toMatchObject({ name: 'gate', version: profileVersion(profile), revision: 1, problem: null });
    expect(await listProfiles(join(folder, 'missing'))).toEqual([]);
  });

  it('says which profiles there are where one is missing', async () => {
    await saveProfile(folder, profile);
    await expect(loadProfile(folder, 'door')).rejects.toMatchObject({
      code: 'profile-missing',
      message: expect.stringContaining('gate') as string,
    });
  });

  it.each(['', '.', '..', '../gate', 'a/b', '-x', 'ä', 'x'.repeat(65), 'a\0b'])('refuses the name %j', async (name) => {
    await expect(loadProfile(folder, name)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(saveProfile(folder, { ...profile, name })).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('refuses a folder that is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(saveProfile(join(folder, 'file'), profile)).rejects.toMatchObject({ code: 'not-writable' });
  });
});
