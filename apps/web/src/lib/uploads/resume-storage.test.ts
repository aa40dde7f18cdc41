import { expect, test } from 'vitest';
import { fingerprintOf, ResumeStorage } from './resume-storage.ts';
import { metadataOf } from './upload-wishes.ts';

/** What browsers have, in memory. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const wishes = { sourceId: 'gate-1', analyse: false, profileId: null, budget: 2.5 };
const nowMs = Date.parse('2026-11-23T12:00:00.000Z');
const begun = (uploadUrl: string | null, hoursAgo = 1) => ({
  size: 100,
  metadata: { filename: 'a.mp4', folder: 'gate', ...metadataOf(wishes) },
  creationTime: new Date(nowMs - hoursAgo * 3_600_000).toISOString(),
  urlStorageKey: '',
  uploadUrl,
  parallelUploadUrls: null,
});

test('each user finds the own uploads, by the file', async () => {
  const kept = storage();
  const olga = new ResumeStorage(kept, 'olga');
  const fingerprint = fingerprintOf(new File(['abc'], 'a.mp4', { lastModified: 7 }), 'gate');
  expect(fingerprint).toBe('gate|a.mp4|3|7');
  await olga.addUpload(fingerprint, begun('http://vigil/api/v1/uploads/1'));
  expect(await olga.findUploadsByFingerprint(fingerprint)).toMatchObject([
    { uploadUrl: 'http://vigil/api/v1/uploads/1', size: 100 },
  ]);
  expect(await olga.findUploadsByFingerprint('other')).toEqual([]);
  expect(olga.entries(nowMs)).toMatchObject([{ fingerprint, name: 'a.mp4', folder: 'gate', sizeBytes: 100, wishes }]);
  expect(new ResumeStorage(kept, 'karl').entries(nowMs)).toEqual([]);
  olga.touch(fingerprint, 0);
  expect(olga.entries(nowMs)).toMatchObject([{ aliveAtMs: 0 }]);
  const [{ urlStorageKey }] = await olga.findAllUploads();
  await olga.removeUpload(urlStorageKey);
  expect(kept.length).toBe(0);
});

test('what the server has given up, and what is no entry, is forgotten', async () => {
  const kept = storage();
  const olga = new ResumeStorage(kept, 'olga');
  await olga.addUpload('old', begun('http://vigil/api/v1/uploads/1', 49));
  await olga.addUpload('without address', begun(null));
  kept.setItem('vigil.upload.olga.broken', '{');
  expect(olga.entries(nowMs)).toEqual([]);
  expect(kept.length).toBe(0);
});

test('a browser that keeps nothing has nothing to go on with', async () => {
  const none = new ResumeStorage(null, 'olga');
  await none.addUpload('a', begun('http://vigil/api/v1/uploads/1'));
  expect(none.entries(nowMs)).toEqual([]);
});
