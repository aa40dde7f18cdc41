import { InferencePool } from '../runtime/inference-pool.ts';

/** Runs the model that the first argument names once, on zeros of the shape `[64, 64]`. */
await using pool = new InferencePool({ workers: 1 });
await pool.addModel({ id: 'small', path: process.argv[2] });
await pool.run('small', { x: { data: new Float32Array(64 * 64), shape: [64, 64] } });
