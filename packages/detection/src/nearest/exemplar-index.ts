import { appearanceLength, appearanceScale } from '../features/feature-record.ts';
import { nearestKernelBytes } from './nearest-kernel-bytes.ts';

/** The part of the standard WebAssembly interface in use; the types of Node leave it out. */
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

interface NearestKernel {
  search(queries: number, count: number, exemplars: number, from: number, to: number, best: number, index: number): void;
}

/** A range of exemplars, `from` inclusive, `to` exclusive. */
export interface ExemplarRange {
  readonly from: number;
  readonly to: number;
}

/** Nearest exemplars of some queries. */
export interface NearestExemplars {
  /** 1 − cosine similarity, 0 (same) to 2 (opposite); a value a query. */
  readonly distances: Float32Array;
  /** Index of the nearest exemplar, −1 where there was none to compare with. */
  readonly indices: Int32Array;
}

const queryRoom = 256;
const bytesEach = appearanceLength * 2;

/** Cosine of two vectors from the dot product of their int8 forms. */
function distanceOf(dot: number): number {
  return Math.max(0, 1 - dot / (appearanceScale * appearanceScale));
}

/**
 * Exhaustive nearest-neighbour search over a bounded set of appearance exemplars, on WebAssembly SIMD with whole numbers: exact,
 * and the same on every machine.
 */
export class ExemplarIndex {
  readonly count: number;
  readonly #kernel: NearestKernel;
  readonly #memory: { readonly buffer: ArrayBuffer };

  /** @param vectors - `[count, 96]` int8, see `appearanceScale` */
  constructor(vectors: Int8Array) {
    this.count = vectors.length / appearanceLength;
    const bytes = queryRoom * (bytesEach + 8) + this.count * bytesEach;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) + 1 });
    new Int16Array(this.#memory.buffer, this.#exemplars, vectors.length).set(vectors);
    const binary = Uint8Array.from(atob(nearestKernelBytes), (char) => char.charCodeAt(0));
    const imports = { env: { memory: this.#memory } };
    this.#kernel = new WebAssembly.Instance(new WebAssembly.Module(binary), imports).exports as NearestKernel;
  }

  /**
   * Finds the nearest exemplar of each query.
   *
   * @param queries - `[n, 96]` int8
   * @param ranges - the exemplars to compare with; all where absent
   */
  nearest(queries: Int8Array, ranges: readonly ExemplarRange[] = [{ from: 0, to: this.count }]): NearestExemplars {
    const total = queries.length / appearanceLength;
    const distances = new Float32Array(total);
    const indices = new Int32Array(total);
    const best = new Int32Array(this.#memory.buffer, queryRoom * bytesEach, queryRoom);
    const index = new Int32Array(this.#memory.buffer, queryRoom * (bytesEach + 4), queryRoom);
    for (let start = 0; start < total; start += queryRoom) {
      const count = Math.min(queryRoom, total - start);
      const part = queries.subarray(start * appearanceLength, (start + count) * appearanceLength);
      new Int16Array(this.#memory.buffer, 0, part.length).set(part);
      best.fill(-0x7fffffff);
      index.fill(-1);
      for (const { from, to } of ranges) {
        this.#kernel.search(0, count, this.#exemplars, from, to, best.byteOffset, index.byteOffset);
      }
      for (let i = 0; i < count; i += 1) {
        distances[start + i] = index[i] < 0 ? 1 : distanceOf(best[i]);
        indices[start + i] = index[i];
      }
    }
    return { distances, indices };
  }

  get #exemplars(): number {
    return queryRoom * (bytesEach + 8);
  }
}
