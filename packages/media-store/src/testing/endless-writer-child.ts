import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDiskMediaStore } from '../disk/open-disk-media-store.ts';

/** Writes a file, a folder and originals over and over, each round with bytes of its own, until it is killed. */
const [folder] = process.argv.slice(2);
const store = await openDiskMediaStore({ folder, quotaBytes: null, reserveBytes: 0 });
for (let round = 0; ; round++) {
  const content = Buffer.alloc(100_000, round % 20);
  await store.write('reports/file', content);
  const work = join(store.temporaryFolder('work'), `round-${process.pid}-${round}`);
  await mkdir(work);
  for (const name of ['one', 'two']) await writeFile(join(work, name), content);
  await store.adopt(work, 'evidence/folder');
  const upload = join(store.temporaryFolder('uploads'), `round-${process.pid}-${round}`);
  await writeFile(upload, content);
  await store.adoptOriginal(upload);
  if (round === 0) process.stdout.write('writing\n');
}
