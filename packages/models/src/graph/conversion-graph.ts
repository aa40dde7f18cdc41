import { VigilError } from '@vigil/contracts';
import type { OnnxAttribute, OnnxConstant, OnnxElementType, OnnxNode } from './onnx-model.ts';
import type { TfliteActivation, TfliteModel, TfliteTensor } from './tflite-model.ts';
import { type ConstantTensor, transpose } from './constant-tensor.ts';

/** Order of the dimensions of a picture in ONNX, `[batch, channels, height, width]`, as positions in `[batch, height, width, channels]`. */
export const toChannelsFirst: readonly number[] = [0, 3, 1, 2];

const toChannelsLast: readonly number[] = [0, 2, 3, 1];

interface ValueNames {
  /** The value as the graph computes it: pictures `[batch, channels, height, width]`, all else as in tflite. */
  inner: string | undefined;
  /** A picture as tflite has it, `[batch, height, width, channels]`. */
  channelsLast: string | undefined;
}

/**
 * The ONNX graph while it grows. Every tensor with four dimensions is a picture and is kept channels-first; it is transposed only
 * where an operator or an output asks for the order of tflite.
 */
export class ConversionGraph {
  readonly nodes: OnnxNode[] = [];
  readonly constants: OnnxConstant[] = [];
  readonly #model: TfliteModel;
  readonly #outputNames: ReadonlyMap<number, string>;
  readonly #computedConstants = new Map<number, ConstantTensor>();
  readonly #values = new Map<number, ValueNames>();

  /** @param outputNames - names for the tensors that the ONNX graph gives out */
  constructor(model: TfliteModel, outputNames: ReadonlyMap<number, string>) {
    this.#model = model;
    this.#outputNames = outputNames;
  }

  /** The tflite tensor with this number. */
  tensor(number: number): TfliteTensor {
    const tensor = this.#model.tensors[number];
    if (tensor === undefined)
      throw new VigilError('model-invalid', `An operator of the model lacks an input or an output (tensor ${number})`);
    return tensor;
  }

  /** The tensor as a picture `[batch, height, width, channels]`. */
  picture(number: number): { height: number; width: number; channels: number } {
    const { shape, name } = this.tensor(number);
    if (shape.length !== 4)
      throw new VigilError(
        'model-invalid',
        `Tensor ${name} has the shape [${shape.join(', ')}] where the operator needs four dimensions`,
      );
    return { height: shape[1], width: shape[2], channels: shape[3] };
  }

  /** Registers a constant that the conversion computed itself. */
  defineConstant(number: number, constant: ConstantTensor): void {
    this.#computedConstants.set(number, constant);
  }

  /** True where the value is known when the model is converted. */
  isConstant(number: number): boolean {
    return this.#computedConstants.has(number) || this.tensor(number).data !== undefined;
  }

  /**
   * The value of a constant.
   *
   * @throws VigilError `model-invalid` where the tensor is computed by the graph or its bytes do not fit its shape
   */
  constant(number: number): ConstantTensor {
    const computed = this.#computedConstants.get(number);
    if (computed !== undefined) return computed;
    const { name, shape, elementType, data } = this.tensor(number);
    if (data === undefined)
      throw new VigilError('model-invalid', `Tensor ${name} must be a constant and is computed by the graph`);
    const elementBytes = { float32: 4, int32: 4, float16: 2, int16: 2, int64: 8, uint8: 1, int8: 1, bool: 1 }[elementType];
    const sizeBytes = shape.reduce((product, size) => product * size, elementBytes);
    if (sizeBytes !== data.byteLength)
      throw new VigilError('model-invalid', `Constant ${name} has ${data.byteLength} bytes; its shape needs ${sizeBytes}`);
    return { elementType, shape, data };
  }

  /** Name of a new constant of the ONNX graph. */
  addConstant(elementType: OnnxElementType, shape: readonly number[], data: Uint8Array): string {
    const name = `constant${this.constants.length}`;
    this.constants.push({ name, elementType, shape, data });
    return name;
  }

  /** Name of a new constant list of numbers for an operator that takes its settings as an input. */
  addNumbers(elementType: 'int64' | 'float32', values: readonly number[]): string {
    const typed = elementType === 'int64' ? BigInt64Array.from(values, BigInt) : Float32Array.from(values);
    return this.addConstant(elementType, [values.length], new Uint8Array(typed.buffer));
  }

  /** Adds a node. */
  add(
    operator: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): void {
    this.nodes.push({ operator, inputs, outputs: [output], attributes });
  }

  /** Declares the name under which an input of the graph arrives. */
  defineInput(number: number, name: string, channelsFirst: boolean): void {
    const isPicture = this.tensor(number).shape.length === 4;
    this.#values.set(
      number,
      isPicture && !channelsFirst ? { inner: undefined, channelsLast: name } : { inner: name, channelsLast: undefined },
    );
  }

  /** Name for a tensor that the next node computes; pictures are channels-first. */
  define(number: number): string {
    const isPicture = this.tensor(number).shape.length === 4;
    const name = (isPicture ? undefined : this.#outputNames.get(number)) ?? `tensor${number}`;
    this.#values.set(number, { inner: name, channelsLast: undefined });
    return name;
  }

  /** Name for a picture that the next node computes in the order of tflite. */
  defineChannelsLast(number: number): string {
    const name = this.#outputNames.get(number) ?? `tensor${number}-channels-last`;
    this.#values.set(number, { inner: undefined, channelsLast: name });
    return name;
  }

  /** Name of a computed tensor; pictures are channels-first. */
  read(number: number): string {
    const names = this.#names(number);
    if (names.inner === undefined) {
      names.inner = `tensor${number}`;
      this.add('Transpose', [names.channelsLast ?? ''], names.inner, { perm: toChannelsFirst });
    }
    return names.inner;
  }

  /** Name of a computed tensor, or of a constant that broadcasts against tensors with `rank` dimensions. */
  readOperand(number: number, rank: number): string {
    if (!this.isConstant(number)) return this.read(number);
    const constant = this.constant(number);
    if (constant.elementType !== 'float32')
      throw new VigilError(
        'model-invalid',
        `A constant operand of the model is ${constant.elementType}; the converter knows float32`,
      );
    const shape = [...new Array<number>(Math.max(rank - constant.shape.length, 0)).fill(1), ...constant.shape];
    const placed = rank === 4 ? transpose({ ...constant, shape }, toChannelsFirst) : { ...constant, shape };
    return this.addConstant('float32', placed.shape, placed.data);
  }

  /** Name of a computed tensor with its dimensions in the order of tflite. */
  readChannelsLast(number: number): string {
    if (this.tensor(number).shape.length !== 4) return this.read(number);
    const names = this.#names(number);
    if (names.channelsLast === undefined) {
      names.channelsLast = this.#outputNames.get(number) ?? `tensor${number}-channels-last`;
      this.add('Transpose', [names.inner ?? ''], names.channelsLast, { perm: toChannelsLast });
    }
    return names.channelsLast;
  }

  /** Adds the node that computes a tensor, followed by the operator's activation. */
  addActivated(
    operator: string,
    inputs: readonly string[],
    output: number,
    activation: TfliteActivation,
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): void {
    const name = this.define(output);
    const before = activation === 'NONE' ? name : `${name}-before-activation`;
    this.add(operator, inputs, before, attributes);
    if (activation === 'RELU') this.add('Relu', [before], name);
    if (activation === 'RELU6') {
      const limits = [0, 6].map((limit) => this.addConstant('float32', [], new Uint8Array(Float32Array.of(limit).buffer)));
      this.add('Clip', [before, ...limits], name);
    }
  }

  #names(number: number): ValueNames {
    const names = this.#values.get(number);
    if (names === undefined)
      throw new VigilError('model-invalid', `The model reads tensor ${this.tensor(number).name} before it is computed`);
    return names;
  }
}
