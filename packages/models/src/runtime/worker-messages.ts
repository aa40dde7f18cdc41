import type { NamedTensors } from './inference-tensor.ts';

/** What the pool asks of a worker. */
export type WorkerRequest =
  | {
      readonly kind: 'run';
      readonly modelId: string;
      readonly modelPath: string;
      readonly inputs: NamedTensors;
      readonly outputs: readonly string[] | undefined;
    }
  | { readonly kind: 'release'; readonly modelId: string }
  | { readonly kind: 'close' };

/** What a worker answers to a `run`. */
export type WorkerReply =
  { readonly kind: 'done'; readonly outputs: NamedTensors } | { readonly kind: 'failed'; readonly message: string };
