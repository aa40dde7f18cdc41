import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVideo } from './fixtures/make-videos.ts';
import { type Ended, Workplace } from './fixtures/run-vigil.ts';

/** Mounts a disk in a namespace of its own, runs a command, and lists what is on the disk afterwards. */
const script = 'mount -t tmpfs -o "$0" none "$1" && shift && "$@"; code=$?; echo "left: $(ls -A disk)" >&2; exit "$code"';

function onDisk(options: string, folder: string, command: string[]): string[] {
  return ['unshare', '--mount', '--map-root-user', 'sh', '-c', script, options, folder, ...command];
}

const [program, ...args] = onDisk('size=1m', '/mnt', ['true']);
const canMount = spawnSync(program, args).status === 0;

describe.skipIf(!canMount)('an output folder on a disk of its own (needs the right to mount one)', () => {
  const workplace = new Workplace();
  const disk = workplace.file('disk');

  beforeAll(async () => {
    mkdirSync(disk);
    await makeVideo(workplace.file('good.mp4'), { seconds: 4 });
  });
  afterAll(() => workplace[Symbol.dispose]());

  async function analyseTo(options: string): Promise<Ended> {
    return await workplace.startCommand(onDisk(options, disk, workplace.command('analyse', 'good.mp4', '--out', disk))).ended;
  }

  it('ends with 6 where the disk is full, and leaves nothing', async () => {
    const { exitCode, stderr } = await analyseTo('size=16k');
    expect(stderr).toMatch(/^vigil: [^\n]*no space[^\n]*\nleft: \n$/i);
    expect(exitCode).toBe(6);
  });

  it('ends with 6 where nothing may be written', async () => {
    const { exitCode, stderr } = await analyseTo('ro');
    expect(stderr).toMatch(/^vigil: [^\n]*cannot be written[^\n]*\nleft: \n$/);
    expect(exitCode).toBe(6);
  });

  it('has everything where there is room', async () => {
    const { exitCode, stderr } = await analyseTo('size=8m');
    expect(stderr).toMatch(/left: [^]*incidents\.json[^]*report\.html/);
    expect(exitCode).toBe(0);
  });
});
