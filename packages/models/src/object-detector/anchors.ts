/** Number of anchors of the detector. */
export const anchorCount = 1917;

const gridSizes = [19, 10, 5, 3, 2, 1];
const smallestScale = 0.2;
const largestScale = 0.95;

/**
 * The boxes that the detector's answers are relative to, `[1917, 4]`: centre y, centre x, height, width, in fractions of the picture. Six grids; in each cell
 * the ratios 1, 2, ½, 3, ⅓ and one box between this scale and the next, but in the finest grid three boxes (Liu et al., "SSD", 2016, section 2.2, with the
 * reduced first layer of TensorFlow's object detection API).
 */
export function makeAnchors(): Float64Array {
  const anchors = new Float64Array(anchorCount * 4);
  let position = 0;
  gridSizes.forEach((gridSize, layer) => {
    const shapes = layer === 0 ? finestShapes() : layerShapes(layer);
    for (let row = 0; row < gridSize; row++) {
      for (let column = 0; column < gridSize; column++) {
        for (const { ratio, scale } of shapes) {
          const root = Math.sqrt(ratio);
          anchors.set([(row + 0.5) / gridSize, (column + 0.5) / gridSize, scale / root, scale * root], position);
          position += 4;
        }
      }
    }
  });
  return anchors;
}

function scaleOf(layer: number): number {
  return layer === gridSizes.length ? 1 : smallestScale + ((largestScale - smallestScale) * layer) / (gridSizes.length - 1);
}

function finestShapes(): { ratio: number; scale: number }[] {
  return [
    { ratio: 1, scale: 0.1 },
    { ratio: 2, scale: smallestScale },
    { ratio: 0.5, scale: smallestScale },
  ];
}

function layerShapes(layer: number): { ratio: number; scale: number }[] {
  const scale = scaleOf(layer);
  // 0.3333 and not ⅓: the model was trained with the rounded ratio.
  const shapes = [1, 2, 0.5, 3, 0.3333].map((ratio) => ({ ratio, scale }));
  return [...shapes, { ratio: 1, scale: Math.sqrt(scale * scaleOf(layer + 1)) }];
}
