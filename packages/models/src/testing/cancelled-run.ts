import { InferencePool } from '../runtime/inference-pool.ts';
import { randomInput } from './random-input.ts';

// A program of its own that calls a run off while it runs, and whose last act is to wait for the pool to close: run with the path of a small
// model and the side of its input.
const [path, side] = process.argv.slice(2);
const size = Number(side);
const pool = new InferencePool({ workers: 1 });
await pool.addModel({ id: 'small', path });
const inputs = (): { x: { data: Float32Array<ArrayBuffer>; shape: number[] } } => ({
  x: { data: randomInput(size * size, 1), shape: [size, size] },
});
await pool.run('small', inputs());
const controller = new AbortController();
const run = pool.run('small', inputs(), { signal: controller.signal }).catch((error: unknown) => error);
controller.abort();
await run;
await pool[Symbol.asyncDispose]();
process.stdout.write('closed');
