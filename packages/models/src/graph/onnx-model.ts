/** Element types of ONNX tensors that the product writes. */
export type OnnxElementType = 'float32' | 'uint8' | 'int8' | 'int32' | 'int64';

/** A constant of a graph. */
export interface OnnxConstant {
  readonly name: string;
  readonly elementType: OnnxElementType;
  readonly shape: readonly number[];
  /** Little-endian elements in row-major order. */
  readonly data: Uint8Array;
}

/** Attribute of a node: an integer, a list of integers, or a string; `{ float }` marks a number that is stored as a float. */
export type OnnxAttribute = number | readonly number[] | string | { readonly float: number };

/** One node: an operator of ONNX with the names of the values that it reads and writes. An empty name is an optional input left out. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** An input or an output of a graph. */
export interface OnnxValue {
  readonly name: string;
  readonly elementType: OnnxElementType;
  readonly shape: readonly number[];
}

/** A graph, its nodes in an order in which they can run. */
export interface OnnxModel {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}
