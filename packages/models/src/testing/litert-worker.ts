import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';

// Declared here because the package's own types change the global Float32Array for every file of the project.
interface LiteRtTensor {
  readonly type: { readonly layout: { readonly dimensions: Iterable<number> } };
  toTypedArray(): Float32Array;
  delete(): void;
}
interface LiteRtModel {
  getOutputDetails(): readonly { readonly name: string }[];
  run(inputs: readonly LiteRtTensor[]): Promise<LiteRtTensor[]>;
}
interface LiteRtRuntime {
  readonly Tensor: new (data: Float32Array, shape: number[]) => LiteRtTensor;
  loadLiteRt(path: string): Promise<unknown>;
  loadAndCompile(bytes: Uint8Array, options: { accelerator: 'wasm'; cpuOptions: { numThreads: number } }): Promise<LiteRtModel>;
}

const port = parentPort;
if (port === null) throw new Error('litert-worker.ts runs in a worker thread only');

const nodeRequire = createRequire(import.meta.url);
const packageFolder = dirname(dirname(nodeRequire.resolve('@litertjs/core')));
const wasmFolder = join(packageFolder, 'wasm');

// LiteRT's loader expects a browser's worker; these globals are what it looks for.
Object.assign(globalThis, {
  self: globalThis,
  require: nodeRequire,
  __dirname: wasmFolder,
  importScripts: (path: string) => {
    runInThisContext(`${readFileSync(path, 'utf8')}\nglobalThis.ModuleFactory = ModuleFactory;`, { filename: path });
  },
});

const { loadLiteRt, loadAndCompile, Tensor } = (await import(
  pathToFileURL(join(packageFolder, 'dist/index.js')).href
)) as LiteRtRuntime;
await loadLiteRt(join(wasmFolder, 'litert_wasm_internal.js'));

let model: LiteRtModel | undefined;

/** What a parity test asks of the reference runtime. */
export type LiteRtRequest =
  | { readonly kind: 'load'; readonly bytes: Uint8Array }
  | { readonly kind: 'run'; readonly input: Float32Array; readonly shape: readonly number[] };

port.on('message', async (request: LiteRtRequest) => {
  if (request.kind === 'load') {
    model = await loadAndCompile(request.bytes, { accelerator: 'wasm', cpuOptions: { numThreads: 1 } });
    return port.postMessage({ names: model.getOutputDetails().map(({ name }) => name) });
  }
  if (model === undefined) throw new Error('no model is loaded');
  const startMs = performance.now();
  const input = new Tensor(request.input, [...request.shape]);
  const results = await model.run([input]);
  const outputs = results.map((tensor) => ({
    data: Float32Array.from(tensor.toTypedArray()),
    shape: [...tensor.type.layout.dimensions],
  }));
  const durationMs = performance.now() - startMs;
  for (const tensor of [input, ...results]) tensor.delete();
  port.postMessage({ outputs, durationMs });
});
