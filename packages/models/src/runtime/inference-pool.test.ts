import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { randomInput } from '../testing/random-input.ts';
import { smallModel } from '../testing/small-model.ts';
import { InferencePool } from './inference-pool.ts';
import type { NamedTensors } from './inference-tensor.ts';

const size = 64;
const folder = mkdtempSync(join(tmpdir(), 'vigil-pool-'));
const path = join(folder, 'small.onnx');
writeFileSync(path, smallModel(size));
writeFileSync(join(folder, 'broken.onnx'), 'not a model');
afterAll(() => rmSync(folder, { recursive: true }));

const inputs = (seed: number): NamedTensors => ({ x: { data: randomInput(size * size, seed), shape: [size, size] } });
const dyingWorker = new URL('../testing/dying-worker.ts', import.meta.url);

async function poolOf(options: ConstructorParameters<typeof InferencePool>[0]): Promise<InferencePool> {
  const pool = new InferencePool(options);
  await pool.addModel({ id: 'small', path });
  return pool;
}

describe('InferencePool', () => {
  it('leaves nothing in the home folder, where the runtime would keep what it reports', () => {
    const home = mkdtempSync(join(folder, 'home-'));
    const script = fileURLToPath(new URL('../testing/silent-run.ts', import.meta.url));
    const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, path], {
      env: { HOME: home },
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(home)).toEqual([]);
  });

  it('runs a model and hands its outputs back', async () => {
    await using pool = await poolOf({ workers: 1 });
    const x = new Float32Array(size * size);
    x[0] = 1;
    const { y } = await pool.run('small', { x: { data: x, shape: [size, size] } });
    expect(y.shape).toEqual([size, size]);
    expect([0, 1, 2, 3, 4].map((index) => y.data[index])).toEqual([-3, -1, 1, 3, -2]);
  });

  it('moves the buffers of inputs, and copies where an array is a part of a buffer', async () => {
    await using pool = await poolOf({ workers: 1 });
    const whole = inputs(1);
    const part = new Float32Array(2 * size * size).subarray(size * size);
    await pool.run('small', whole);
    await pool.run('small', { x: { data: part, shape: [size, size] } });
    expect(whole.x.data.length).toBe(0);
    expect(part.length).toBe(size * size);
  });

  it('refuses inputs whose buffers another run has taken, and goes on', async () => {
    await using pool = await poolOf({ workers: 1 });
    const once = inputs(1);
    await pool.run('small', once);
    await expect(pool.run('small', once)).rejects.toMatchObject({ code: 'inference-failed' });
    expect((await pool.run('small', inputs(1))).y.data).toHaveLength(size * size);
  });

  it('gives the same bits with one worker and with three', async () => {
    await using one = await poolOf({ workers: 1 });
    await using three = await poolOf({ workers: 3 });
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    const alone = await Promise.all(seeds.map((seed) => one.run('small', inputs(seed))));
    const shared = await Promise.all(seeds.map((seed) => three.run('small', inputs(seed))));
    expect(shared).toEqual(alone);
  });

  it('makes inputs only when there is room for them', async () => {
    await using pool = await poolOf({ workers: 1, queueLimit: 2 });
    let made = 0;
    const runs = Array.from({ length: 10 }, (_, seed) =>
      pool.run('small', () => {
        made++;
        return inputs(seed);
      }),
    );
    expect(made).toBe(3);
    await Promise.all(runs);
    expect(made).toBe(10);
  });

  it('fails a run whose inputs cannot be made, and goes on', async () => {
    await using pool = await poolOf({ workers: 1 });
    const failing = pool.run('small', () => {
      throw new RangeError('no such picture');
    });
    await expect(failing).rejects.toThrow('no such picture');
    expect((await pool.run('small', inputs(1))).y.data).toHaveLength(size * size);
  });

  it('drops waiting runs when they are called off, and survives', async () => {
    await using pool = await poolOf({ workers: 1 });
    const controller = new AbortController();
    const first = pool.run('small', inputs(0));
    let made = 0;
    const called = Array.from({ length: 8 }, () => pool.run('small', () => (made++, inputs(1)), { signal: controller.signal }));
    const settled = Promise.allSettled(called);
    controller.abort();
    expect((await settled).map((result) => result.status === 'rejected' && result.reason.code)).toEqual(
      Array(8).fill('cancelled'),
    );
    expect(made).toBe(2);
    await first;
    await expect(pool.run('small', inputs(1), { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect((await pool.run('small', inputs(2))).y.data).toHaveLength(size * size);
  });

  it('throws the result of a running job away when it is called off', async () => {
    await using pool = await poolOf({ workers: 1 });
    const controller = new AbortController();
    const running = pool.run('small', inputs(0), { signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect((await pool.run('small', inputs(2))).y.data).toHaveLength(size * size);
  });

  it('refuses a model that passes the memory budget, and states the figures', async () => {
    const sizeBytes = statSync(path).size;
    await using pool = await poolOf({ workers: 2, memoryBudgetBytes: 3 * sizeBytes });
    await expect(pool.addModel({ id: 'second', path })).rejects.toMatchObject({
      code: 'memory-budget-exceeded',
      details: { neededBytes: 4 * sizeBytes, memoryBudgetBytes: 3 * sizeBytes, workers: 2 },
    });
    pool.removeModel('small');
    await pool.addModel({ id: 'second', path });
    expect((await pool.run('second', inputs(2))).y.data).toHaveLength(size * size);
  });

  it('names what is wrong: no such model, no such file, a damaged file, an input of the wrong shape', async () => {
    await using pool = await poolOf({ workers: 1 });
    await expect(pool.run('other', inputs(0))).rejects.toMatchObject({ code: 'model-unavailable' });
    await expect(pool.addModel({ id: 'gone', path: join(folder, 'gone.onnx') })).rejects.toMatchObject({
      code: 'model-unavailable',
    });
    await pool.addModel({ id: 'broken', path: join(folder, 'broken.onnx') });
    await expect(pool.run('broken', inputs(0))).rejects.toMatchObject({ code: 'inference-failed' });
    await expect(pool.run('small', { x: { data: new Float32Array(4), shape: [2, 2] } })).rejects.toMatchObject({
      code: 'inference-failed',
    });
    expect((await pool.run('small', inputs(2))).y.data).toHaveLength(size * size);
  });

  it('fails the run of a thread that dies and starts a new one', async () => {
    await using pool = await poolOf({ workers: 1, workerScript: dyingWorker });
    const before = await pool.run('small', inputs(1));
    const dying = pool.run('small', inputs(1), { outputs: ['die'] });
    const waiting = pool.run('small', inputs(1));
    await expect(dying).rejects.toMatchObject({ code: 'inference-failed', details: { exitCode: 7 } });
    expect(await waiting).toEqual(before);
  });

  it('drops what waits, ends its threads and takes no more runs when it is disposed', async () => {
    const handlesBefore = messagePorts();
    const pool = await poolOf({ workers: 2 });
    const runs = Array.from({ length: 6 }, (_, seed) => pool.run('small', inputs(seed)));
    const settled = Promise.allSettled(runs);
    expect(messagePorts()).toBeGreaterThan(handlesBefore);
    await pool[Symbol.asyncDispose]();
    const statuses = (await settled).map(({ status }) => status);
    expect(statuses).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected', 'rejected']);
    expect(messagePorts()).toBe(handlesBefore);
    await expect(pool.run('small', inputs(1))).rejects.toMatchObject({ code: 'cancelled' });
    await pool[Symbol.asyncDispose]();
  });

  it('keeps the process alive until it is closed, after a run was called off', () => {
    const program = fileURLToPath(new URL('../testing/cancelled-run.ts', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, path, String(size)], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'closed', stderr: '' });
  });
});

function messagePorts(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
}
