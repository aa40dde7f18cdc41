import { readFileSync } from 'node:fs';

/** The part of the standard WebAssembly interface in use; the types of Node leave it out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The steps of `assembly/flow`, which says what each takes. Addresses, strides and sizes are in bytes unless named otherwise. */
export interface FlowKernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  copyRows(source: number, sourceStride: number, target: number, targetStride: number, width: number, height: number): void;
  halveImage(source: number, sourceStride: number, target: number, targetStride: number, width: number, height: number): void;
  shrinkImage(
    source: number,
    sourceStride: number,
    sourceWidth: number,
    sourceHeight: number,
    target: number,
    targetStride: number,
    width: number,
    height: number,
  ): void;
  replicateBorder(image: number, stride: number, width: number, height: number): void;
  sobelGradients(
    image: number,
    stride: number,
    width: number,
    height: number,
    gradientX: number,
    gradientY: number,
    gradientStride: number,
  ): void;
  patchTensors(
    gradientX: number,
    gradientY: number,
    gradientStride: number,
    patchColumns: number,
    patchRows: number,
    patchStridePixels: number,
    tensors: number,
  ): void;
  seedPatches(
    planeU: number,
    planeV: number,
    planeStride: number,
    coarseWidth: number,
    coarseHeight: number,
    width: number,
    height: number,
    patchColumns: number,
    patchRows: number,
    patchStridePixels: number,
    sparseU: number,
    sparseV: number,
  ): void;
  searchPatches(
    first: number,
    second: number,
    stride: number,
    width: number,
    height: number,
    gradientX: number,
    gradientY: number,
    gradientStride: number,
    tensors: number,
    patchColumns: number,
    patchRows: number,
    patchStridePixels: number,
    bandRows: number,
    stepsPerPass: number,
    sparseU: number,
    sparseV: number,
    scratch: number,
  ): void;
  densify(
    first: number,
    second: number,
    stride: number,
    width: number,
    height: number,
    patchColumns: number,
    patchRows: number,
    patchStridePixels: number,
    sparseU: number,
    sparseV: number,
    planeU: number,
    planeV: number,
    weights: number,
    planeStride: number,
  ): void;
  warpImage(
    first: number,
    second: number,
    stride: number,
    width: number,
    height: number,
    planeU: number,
    planeV: number,
    mean: number,
    difference: number,
    planeStride: number,
  ): void;
  differentiate(plane: number, width: number, height: number, planeStride: number, alongX: number, alongY: number): void;
  buildConstraints(
    width: number,
    height: number,
    planeStride: number,
    alongX: number,
    alongY: number,
    difference: number,
    planeU: number,
    planeV: number,
    records: number,
    recordColourBytes: number,
    recordStride: number,
    board: number,
    boardColourBytes: number,
    boardStride: number,
    valid: number,
    validStride: number,
  ): void;
  refine(
    width: number,
    height: number,
    halfSmoothness: number,
    halfBrightness: number,
    halfGradient: number,
    fixedPointIterations: number,
    relaxationIterations: number,
    records: number,
    recordColourBytes: number,
    recordStride: number,
    equations: number,
    equationColourBytes: number,
    equationStride: number,
    board: number,
    boardColourBytes: number,
    boardStride: number,
    valid: number,
    validStride: number,
  ): void;
  mergeBoard(
    width: number,
    height: number,
    board: number,
    boardColourBytes: number,
    boardStride: number,
    planeU: number,
    planeV: number,
    planeStride: number,
  ): void;
  enlargeFlow(
    planeU: number,
    planeV: number,
    planeStride: number,
    width: number,
    height: number,
    fullWidth: number,
    fullHeight: number,
    factor: number,
    lineU: number,
    lineV: number,
    output: number,
  ): void;
}

let compiled: object | undefined;

/** A new instance of the compiled kernel with a memory of its own. The code is compiled once a process. */
export function instantiateFlowKernel(): FlowKernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('../../wasm/flow.wasm', import.meta.url)));
  return new WebAssembly.Instance(compiled).exports as FlowKernel;
}
