import { parentPort } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type InferenceTensor, type NamedTensors, transferable } from './inference-tensor.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('inference-worker.ts runs in a worker thread only');

const sessions = new Map<string, InferenceSession>();

// One thread a session: the same input gives the same bits on every worker, and the pool decides how many cores are used.
const sessionOptions: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
};

async function sessionOf(modelId: string, modelPath: string): Promise<InferenceSession> {
  const known = sessions.get(modelId);
  if (known !== undefined) return known;
  const session = await InferenceSession.create(modelPath, sessionOptions);
  sessions.set(modelId, session);
  return session;
}

async function run(request: WorkerRequest & { kind: 'run' }): Promise<NamedTensors> {
  const session = await sessionOf(request.modelId, request.modelPath);
  const feeds = Object.fromEntries(Object.entries(request.inputs).map(([name, tensor]) => [name, toRuntime(tensor)]));
  const results = await session.run(feeds, request.outputs ?? session.outputNames);
  return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, fromRuntime(name, tensor)]));
}

function toRuntime({ data, shape }: InferenceTensor): Tensor {
  if (data instanceof Float32Array) return new Tensor('float32', data, shape);
  if (data instanceof Int32Array) return new Tensor('int32', data, shape);
  if (data instanceof BigInt64Array) return new Tensor('int64', data, shape);
  if (data instanceof Int8Array) return new Tensor('int8', data, shape);
  return new Tensor('uint8', data, shape);
}

function fromRuntime(name: string, tensor: Tensor): InferenceTensor {
  const { data, dims } = tensor;
  const isKnown =
    data instanceof Float32Array ||
    data instanceof Int32Array ||
    data instanceof BigInt64Array ||
    data instanceof Int8Array ||
    data instanceof Uint8Array;
  if (!isKnown) throw new Error(`output ${name} has the element type ${tensor.type}`);
  return { data: data as InferenceTensor['data'], shape: dims };
}

async function release(modelId: string): Promise<void> {
  const session = sessions.get(modelId);
  sessions.delete(modelId);
  await session?.release();
}

const answer = (reply: WorkerReply, buffers: ArrayBuffer[] = []): void => port.postMessage(reply, buffers);

async function handle(request: WorkerRequest): Promise<void> {
  switch (request.kind) {
    case 'run':
      try {
        const { tensors, buffers } = transferable(await run(request));
        return answer({ kind: 'done', outputs: tensors }, buffers);
      } catch (error) {
        return answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    case 'release':
      return release(request.modelId);
    case 'close':
      for (const modelId of sessions.keys()) await release(modelId);
      return port?.close();
    default:
      return request satisfies never;
  }
}

// One request after the other: a session must not be freed while it runs.
let work = Promise.resolve();
port.on('message', (request: WorkerRequest) => {
  work = work.then(() => handle(request));
});
