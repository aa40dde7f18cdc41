/** Element types of the tensors that the converter reads. */
export type TfliteElementType = 'float32' | 'float16' | 'int32' | 'uint8' | 'int64' | 'bool' | 'int16' | 'int8';

/** How a sliding window treats the border: SAME keeps ceil(size / stride) positions, VALID only whole windows. */
export type TflitePadding = 'SAME' | 'VALID';

/** The activation that an operator applies to its own result. */
export type TfliteActivation = 'NONE' | 'RELU' | 'RELU6';

/** One level of a sparse constant: every index, or a compressed list of the indices that hold something. */
export type TfliteSparseLevel =
  | { readonly kind: 'dense'; readonly size: number }
  | { readonly kind: 'compressed'; readonly segments: readonly number[]; readonly indices: readonly number[] };

/** How a sparse constant is stored: levels in the order in which they are walked, the last ones being blocks of the dimensions in `blockMap`. */
export interface TfliteSparsity {
  readonly traversalOrder: readonly number[];
  readonly blockMap: readonly number[];
  readonly levels: readonly TfliteSparseLevel[];
}

/** A tensor of the graph. Shapes of pictures are `[batch, height, width, channels]`. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly elementType: TfliteElementType;
  /** The bytes of a constant, little-endian; undefined for what the graph computes. */
  readonly data: Uint8Array | undefined;
  readonly sparsity: TfliteSparsity | undefined;
}

/** Window of a convolution or of a pooling. */
export interface TfliteWindow {
  readonly padding: TflitePadding;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
}

/** What an operator does, with its options. */
export type TfliteOperation =
  | { readonly kind: 'CONV_2D'; readonly window: TfliteWindow; readonly activation: TfliteActivation }
  | { readonly kind: 'DEPTHWISE_CONV_2D'; readonly window: TfliteWindow; readonly activation: TfliteActivation }
  | {
      readonly kind: 'MAX_POOL_2D';
      readonly window: TfliteWindow;
      readonly filterHeight: number;
      readonly filterWidth: number;
      readonly activation: TfliteActivation;
    }
  | { readonly kind: 'ADD'; readonly activation: TfliteActivation }
  | { readonly kind: 'CONCATENATION'; readonly axis: number; readonly activation: TfliteActivation }
  | { readonly kind: 'RESIZE_BILINEAR'; readonly alignCorners: boolean; readonly halfPixelCenters: boolean }
  | { readonly kind: 'DEPTH_TO_SPACE'; readonly blockSize: number }
  | { readonly kind: 'PAD' | 'RESHAPE' | 'LOGISTIC' | 'DEQUANTIZE' | 'DENSIFY' };

/** One operator: its operation and the numbers of the tensors it reads and writes; −1 stands for an optional input that is left out. */
export interface TfliteOperator {
  readonly operation: TfliteOperation;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** The one graph of a tflite file, its operators in the order in which they run. */
export interface TfliteModel {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}
