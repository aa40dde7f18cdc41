import { VigilError } from '@vigil/contracts';
import type { TfliteSparsity } from './tflite-model.ts';

/**
 * Unpacks a sparse constant: its levels are walked in the stored order and each stored element is put at its place among zeros
 * (format: TensorFlow Lite's SparsityParameters, after "TACO", Kjolstad et al. 2017, section 3).
 *
 * @param data - the stored elements
 * @param elementBytes - size of one element
 * @param shape - shape of the dense tensor
 * @returns the dense tensor, row-major
 * @throws VigilError `model-invalid` where the description does not fit the shape or the data
 */
export function densify(
  data: Uint8Array,
  elementBytes: number,
  shape: readonly number[],
  sparsity: TfliteSparsity,
): Uint8Array<ArrayBuffer> {
  const { traversalOrder, blockMap, levels } = sparsity;
  const rank = shape.length;
  const blockSizes = new Array<number>(rank).fill(1);
  const dimensionOf = traversalOrder.map((number) => (number < rank ? number : blockMap[number - rank]));
  const complete = [...traversalOrder].sort((a, b) => a - b).every((number, index) => number === index);
  if (
    levels.length !== rank + blockMap.length ||
    traversalOrder.length !== levels.length ||
    !complete ||
    dimensionOf.some((d) => !(d >= 0 && d < rank))
  ) {
    throw invalid(
      `has ${levels.length} levels in order [${traversalOrder.join(', ')}] for rank ${rank} with ${blockMap.length} blocks`,
    );
  }
  traversalOrder.forEach((number, depth) => {
    const level = levels[depth];
    if (level.kind === 'compressed') checkSegments(level.segments, level.indices.length);
    if (number < rank) return;
    if (level.kind !== 'dense' || level.size < 1) throw invalid('has a block level that is not dense');
    blockSizes[dimensionOf[depth]] = level.size;
  });
  const strides = shape.map((_, dimension) => shape.slice(dimension + 1).reduce((product, size) => product * size, elementBytes));
  const dense = new Uint8Array(shape.reduce((product, size) => product * size, elementBytes));
  const index = new Array<number>(rank).fill(0);
  let stored = 0;

  const walk = (depth: number, parent: number): void => {
    if (depth === levels.length) {
      const from = parent * elementBytes;
      if (from + elementBytes > data.byteLength || index.some((at, dimension) => at >= shape[dimension])) {
        throw invalid(
          `places element ${parent} at [${index.join(', ')}], outside its shape [${shape.join(', ')}] or its ${data.byteLength} bytes`,
        );
      }
      const to = index.reduce((sum, at, dimension) => sum + at * strides[dimension], 0);
      for (let byte = 0; byte < elementBytes; byte++) dense[to + byte] = data[from + byte];
      stored++;
      return;
    }
    const level = levels[depth];
    const dimension = dimensionOf[depth];
    const weight = traversalOrder[depth] < rank ? blockSizes[dimension] : 1;
    const start = index[dimension];
    const visit = (at: number, child: number): void => {
      index[dimension] = start + at * weight;
      walk(depth + 1, child);
    };
    if (level.kind === 'dense') {
      if (level.size > shape[dimension]) throw invalid(`has a level of ${level.size} in a dimension of ${shape[dimension]}`);
      for (let at = 0; at < level.size; at++) visit(at, parent * level.size + at);
    } else {
      if (parent + 1 >= level.segments.length) throw invalid(`has ${level.segments.length - 1} segments and needs ${parent + 1}`);
      for (let child = level.segments[parent]; child < level.segments[parent + 1]; child++) visit(level.indices[child], child);
    }
    index[dimension] = start;
  };
  walk(0, 0);
  if (stored * elementBytes !== data.byteLength)
    throw invalid(`places ${stored} elements of the ${data.byteLength / elementBytes} stored`);
  return dense;
}

// Rising segments visit each index once, so that the walk is as long as the data.
function checkSegments(segments: readonly number[], indexCount: number): void {
  const rising = segments.every((segment, at) => at === 0 || segment >= segments[at - 1]);
  if (!rising || segments[0] !== 0 || segments.at(-1) !== indexCount)
    throw invalid(`has segments that do not rise from 0 to ${indexCount}`);
}

function invalid(what: string): VigilError {
  return new VigilError('model-invalid', `A sparse constant of the model ${what}`);
}
