import { VigilError } from '@vigil/contracts';
import type { FlowField } from './flow-field.ts';
import { type FlowKernel, instantiateFlowKernel } from './flow-kernel.ts';
import { type FlowMemory, layFlowMemory, type LevelMemory } from './flow-memory.ts';
import { type FlowSettings, searchBands } from './flow-settings.ts';
import { type PyramidLevel, pyramidLevels } from './pyramid-levels.ts';

const pageBytes = 65_536;

/** Marks the pixels inside the image, for checkerboard rows that start with an even x and with an odd one. */
function markValid(kernel: FlowKernel, { width }: PyramidLevel, { valid, validStride }: LevelMemory): void {
  for (const parity of [0, 1]) {
    new Int32Array(kernel.memory.buffer, valid + parity * validStride, Math.ceil((width - parity) / 2)).fill(-1);
  }
}

/** Drives the flow kernel for frames of one size: keeps the pyramids of a few frames and estimates the flow between any two. */
export class FlowEngine {
  readonly #width: number;
  readonly #height: number;
  readonly #settings: FlowSettings;
  readonly #levels: readonly PyramidLevel[];
  readonly #memory: FlowMemory;
  #kernel: FlowKernel | undefined;

  /** @throws VigilError `picture-size-unsupported` for a size or a need of memory beyond the limits, `bad-request` for a bad setting. */
  constructor(width: number, height: number, settings: FlowSettings, frameSlots: number) {
    this.#width = width;
    this.#height = height;
    this.#settings = settings;
    this.#levels = pyramidLevels(width, height, settings);
    this.#memory = layFlowMemory(width, height, this.#levels, frameSlots);
    const kernel = instantiateFlowKernel();
    const { sizeBytes } = this.#memory;
    try {
      kernel.memory.grow(Math.max(0, Math.ceil((sizeBytes - kernel.memory.buffer.byteLength) / pageBytes)));
    } catch (cause) {
      const message = `Optical flow of ${width}×${height} frames needs ${Math.ceil(sizeBytes / 2 ** 20)} MiB, which could not be had`;
      throw new VigilError('picture-size-unsupported', message, { width, height, sizeBytes }, cause);
    }
    this.#levels.forEach((level, index) => markValid(kernel, level, this.#memory.levels[index]));
    this.#kernel = kernel;
  }

  /** Builds the pyramid of a frame (`[height, width]` uint8 gray) in a slot. */
  loadFrame(slot: number, frame: Uint8Array): void {
    const kernel = this.#liveKernel();
    const [width, height] = [this.#width, this.#height];
    if (frame.length !== width * height) {
      const message = `A ${width}×${height} gray frame has ${width * height} bytes, this one has ${frame.length}`;
      throw new VigilError('bad-request', message, { width, height, sizeBytes: frame.length });
    }
    new Uint8Array(kernel.memory.buffer, this.#memory.frame, frame.length).set(frame);
    let source = { image: this.#memory.frame, stride: width, width, height };
    for (let index = this.#levels.length - 1; index >= 0; index--) {
      const level = this.#levels[index];
      const { images, imageStride } = this.#memory.levels[index];
      const image = images[slot];
      if (level.width === source.width && level.height === source.height) {
        kernel.copyRows(source.image, source.stride, image, imageStride, level.width, level.height);
      } else if (2 * level.width === source.width && 2 * level.height === source.height) {
        kernel.halveImage(source.image, source.stride, image, imageStride, level.width, level.height);
      } else {
        const { width: sourceWidth, height: sourceHeight } = source;
        kernel.shrinkImage(source.image, source.stride, sourceWidth, sourceHeight, image, imageStride, level.width, level.height);
      }
      kernel.replicateBorder(image, imageStride, level.width, level.height);
      source = { image, stride: imageStride, width: level.width, height: level.height };
    }
  }

  /** Estimates the flow from the frame of one slot to that of another. `out`: `[height, width, 2]`, taken for the result if given. */
  estimate(firstSlot: number, secondSlot: number, out?: Float32Array): FlowField {
    const kernel = this.#liveKernel();
    const [width, height] = [this.#width, this.#height];
    const length = 2 * width * height;
    if (out !== undefined && out.length !== length) {
      const message = `The flow of a ${width}×${height} frame takes ${length} numbers, the array given has ${out.length}`;
      throw new VigilError('bad-request', message, { width, height, length: out.length });
    }
    this.#levels.forEach((_, index) => this.#estimateLevel(kernel, index, firstSlot, secondSlot));
    const { levels, lineU, lineV, output } = this.#memory;
    const finest = this.#levels[this.#levels.length - 1];
    const { planeU, planeV, planeStride } = levels[levels.length - 1];
    const factor = 2 ** finest.scale;
    kernel.enlargeFlow(planeU, planeV, planeStride, finest.width, finest.height, width, height, factor, lineU, lineV, output);
    const data = out ?? new Float32Array(length);
    data.set(new Float32Array(kernel.memory.buffer, output, length));
    return { width, height, data };
  }

  /** Lets go of the kernel and its memory; further calls throw. */
  [Symbol.dispose](): void {
    this.#kernel = undefined;
  }

  #liveKernel(): FlowKernel {
    if (this.#kernel === undefined)
      throw new VigilError('internal', 'Optical flow was asked for after its estimator was disposed of');
    return this.#kernel;
  }

  #estimateLevel(kernel: FlowKernel, index: number, firstSlot: number, secondSlot: number): void {
    const level = this.#levels[index];
    const at = this.#memory.levels[index];
    const { width, height, patchColumns, patchRows } = level;
    const { imageStride, gradientX, gradientY, gradientStride, tensors, sparseU, sparseV } = at;
    const { strideSizePixels: stride, gradientDescentIterations } = this.#settings;
    const [first, second] = [at.images[firstSlot], at.images[secondSlot]];
    kernel.sobelGradients(first, imageStride, width, height, gradientX, gradientY, gradientStride);
    kernel.patchTensors(gradientX, gradientY, gradientStride, patchColumns, patchRows, stride, tensors);
    this.#seed(kernel, index);
    kernel.searchPatches(
      first,
      second,
      imageStride,
      width,
      height,
      gradientX,
      gradientY,
      gradientStride,
      tensors,
      patchColumns,
      patchRows,
      stride,
      Math.ceil(patchRows / searchBands),
      Math.floor(gradientDescentIterations / 2),
      sparseU,
      sparseV,
      this.#memory.cells,
    );
    kernel.densify(
      first,
      second,
      imageStride,
      width,
      height,
      patchColumns,
      patchRows,
      stride,
      sparseU,
      sparseV,
      at.planeU,
      at.planeV,
      at.difference,
      at.planeStride,
    );
    if (this.#settings.variationalIterations > 0) this.#refine(kernel, level, at, first, second);
  }

  /** Starts the patches of a level from the flow of the coarser one, those of the coarsest from zero. */
  #seed(kernel: FlowKernel, index: number): void {
    const { width, height, patchColumns, patchRows } = this.#levels[index];
    const { sparseU, sparseV } = this.#memory.levels[index];
    const coarse = this.#memory.levels[index - 1];
    if (coarse === undefined) {
      for (const sparse of [sparseU, sparseV]) new Float32Array(kernel.memory.buffer, sparse, patchColumns * patchRows).fill(0);
      return;
    }
    kernel.seedPatches(
      coarse.planeU,
      coarse.planeV,
      coarse.planeStride,
      this.#levels[index - 1].width,
      this.#levels[index - 1].height,
      width,
      height,
      patchColumns,
      patchRows,
      this.#settings.strideSizePixels,
      sparseU,
      sparseV,
    );
  }

  #refine(kernel: FlowKernel, { width, height }: PyramidLevel, at: LevelMemory, first: number, second: number): void {
    const { smoothnessWeight, brightnessWeight, gradientWeight, variationalIterations, relaxationIterations } = this.#settings;
    const { planeU, planeV, mean, difference, alongX, alongY, planeStride } = at;
    const { records, recordStride, equations, equationStride, valid, validStride } = at;
    const { board, boardColourBytes, boardStride } = at;
    const recordColourBytes = height * recordStride;
    const equationColourBytes = height * equationStride;
    kernel.warpImage(first, second, at.imageStride, width, height, planeU, planeV, mean, difference, planeStride);
    kernel.differentiate(mean, width, height, planeStride, alongX, alongY);
    kernel.buildConstraints(
      width,
      height,
      planeStride,
      alongX,
      alongY,
      difference,
      planeU,
      planeV,
      records,
      recordColourBytes,
      recordStride,
      board,
      boardColourBytes,
      boardStride,
      valid,
      validStride,
    );
    kernel.refine(
      width,
      height,
      smoothnessWeight / 2,
      brightnessWeight / 2,
      gradientWeight / 2,
      variationalIterations,
      relaxationIterations,
      records,
      recordColourBytes,
      recordStride,
      equations,
      equationColourBytes,
      equationStride,
      board,
      boardColourBytes,
      boardStride,
      valid,
      validStride,
    );
    kernel.mergeBoard(width, height, board, boardColourBytes, boardStride, planeU, planeV, planeStride);
  }
}
