import { searchBands } from './flow-settings.ts';
import type { PyramidLevel } from './pyramid-levels.ts';

/** Replicated pixels around a pyramid image, on every side; `assembly/flow/pyramid.ts` has the same number. */
const imageBorderPixels = 16;
/** Sizes of the kernel's records, as in `assembly/flow`. */
const recordBytes = { cell: 176, rememberedCells: 4, tensor: 48, board: 48, constraint: 176, equation: 80 } as const;
/** Past every block: vectors that start at the last pixel reach this far. */
const slackBytes = 64;
/** The compiler's own data lies below this address. */
const firstAddress = 65_536;

/** Where the buffers of one pyramid level lie in the kernel's memory. */
export interface LevelMemory {
  readonly imageStride: number;
  /** Pixel (0, 0) of this level's image of every frame slot. */
  readonly images: readonly number[];
  readonly gradientStride: number;
  readonly gradientX: number;
  readonly gradientY: number;
  readonly tensors: number;
  readonly sparseU: number;
  readonly sparseV: number;
  readonly planeStride: number;
  readonly planeU: number;
  readonly planeV: number;
  readonly mean: number;
  readonly difference: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly boardStride: number;
  readonly boardColourBytes: number;
  /** First record of the red pixels' first row. */
  readonly board: number;
  readonly recordStride: number;
  readonly records: number;
  readonly equationStride: number;
  readonly equations: number;
  readonly valid: number;
  readonly validStride: number;
}

/** Where everything lies in the kernel's memory. */
export interface FlowMemory {
  readonly levels: readonly LevelMemory[];
  readonly frame: number;
  readonly lineU: number;
  readonly lineV: number;
  readonly cells: number;
  readonly output: number;
  /** Bytes that the memory must have. */
  readonly sizeBytes: number;
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

/** Patches that are searched together, the most that a level has. */
function patchesInBand({ patchColumns, patchRows }: PyramidLevel): number {
  return patchColumns * Math.ceil(patchRows / searchBands);
}

type Reserve = (sizeBytes: number) => number;

function layLevel({ width, height, patchColumns, patchRows }: PyramidLevel, frameSlots: number, reserve: Reserve): LevelMemory {
  const imageStride = roundUp(width + 2 * imageBorderPixels, 16);
  const image = (): number =>
    reserve((height + 2 * imageBorderPixels) * imageStride) + imageBorderPixels * imageStride + imageBorderPixels;
  const gradientStride = roundUp(2 * width, 16) + 16;
  const gradient = (): number => reserve(height * gradientStride);
  const patches = patchColumns * patchRows;
  const vectorBytes = 16;
  const planeStride = 4 * roundUp(width, 8) + 5 * vectorBytes;
  const plane = (): number => reserve(height * planeStride) + vectorBytes;
  const vectorsInRow = Math.ceil(width / 8);
  const boardStride = (vectorsInRow + 2) * recordBytes.board;
  const boardColourBytes = (height + 2) * boardStride;
  const validStride = (vectorsInRow + 1) * vectorBytes;
  const recordStride = vectorsInRow * recordBytes.constraint;
  const equationStride = vectorsInRow * recordBytes.equation;
  return {
    imageStride,
    images: Array.from({ length: frameSlots }, image),
    gradientStride,
    gradientX: gradient(),
    gradientY: gradient(),
    tensors: reserve(patches * recordBytes.tensor),
    sparseU: reserve(4 * patches),
    sparseV: reserve(4 * patches),
    planeStride,
    planeU: plane(),
    planeV: plane(),
    mean: plane(),
    difference: plane(),
    alongX: plane(),
    alongY: plane(),
    boardStride,
    boardColourBytes,
    board: reserve(2 * boardColourBytes) + boardStride + recordBytes.board,
    recordStride,
    records: reserve(2 * height * recordStride),
    equationStride,
    equations: reserve(2 * height * equationStride),
    valid: reserve(2 * validStride),
    validStride,
  };
}

/** Lays out the kernel's memory for frames of one size; every buffer starts at a cache line. */
export function layFlowMemory(width: number, height: number, levels: readonly PyramidLevel[], frameSlots: number): FlowMemory {
  let sizeBytes = firstAddress;
  const reserve: Reserve = (size) => {
    const address = sizeBytes;
    sizeBytes = roundUp(sizeBytes + size + slackBytes, 64);
    return address;
  };
  const line = (): number => reserve(4 * width + 3 * 16) + 16;
  return {
    levels: levels.map((level) => layLevel(level, frameSlots, reserve)),
    frame: reserve(width * height),
    lineU: line(),
    lineV: line(),
    cells: reserve(Math.max(...levels.map(patchesInBand)) * recordBytes.rememberedCells * recordBytes.cell),
    output: reserve(8 * width * height),
    sizeBytes,
  };
}
