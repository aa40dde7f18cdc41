/** A tensor as it goes into a model and comes out of it: row-major elements, whose type is that of the array. */
export interface InferenceTensor {
  readonly data:
    | Float32Array<ArrayBuffer>
    | Uint8Array<ArrayBuffer>
    | Int8Array<ArrayBuffer>
    | Int32Array<ArrayBuffer>
    | BigInt64Array<ArrayBuffer>;
  readonly shape: readonly number[];
}

/** Tensors by the names that the graph gives them. */
export type NamedTensors = Readonly<Record<string, InferenceTensor>>;

/** What has to be transferred to hand tensors to another thread; arrays that share a buffer with something else are copied first. */
export function transferable(tensors: NamedTensors): { tensors: NamedTensors; buffers: ArrayBuffer[] } {
  const owned = Object.fromEntries(
    Object.entries(tensors).map(([name, { data, shape }]) => [
      name,
      { data: data.byteLength === data.buffer.byteLength ? data : data.slice(), shape },
    ]),
  );
  return { tensors: owned, buffers: [...new Set(Object.values(owned).map(({ data }) => data.buffer))] };
}
