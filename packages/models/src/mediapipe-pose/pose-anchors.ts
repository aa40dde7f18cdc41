/** Number of anchors of the pose detector. */
export const poseAnchorCount = 2254;

// Cells along a side of the 224 pixels at strides 8, 16 and three times 32, with two anchors a cell and stride.
const grids = [
  { cells: 28, anchorsPerCell: 2 },
  { cells: 14, anchorsPerCell: 2 },
  { cells: 7, anchorsPerCell: 6 },
];

/**
 * The places that the detector's answers are relative to, `[2254, 2]`: x and y of the centre of a cell, in fractions of the square input (MediaPipe's
 * SsdAnchorsCalculator with anchors of a fixed size; layers of the same stride lie together).
 */
export function makePoseAnchors(): Float64Array {
  const anchors = new Float64Array(2 * poseAnchorCount);
  let position = 0;
  for (const { cells, anchorsPerCell } of grids) {
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let anchor = 0; anchor < anchorsPerCell; anchor++) {
          anchors[position++] = (column + 0.5) / cells;
          anchors[position++] = (row + 0.5) / cells;
        }
      }
    }
  }
  return anchors;
}
