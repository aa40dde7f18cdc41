import type { FlowField } from '../flow-field.ts';
import { defaultFlowSettings, type FlowSettings } from '../flow-settings.ts';
import { pyramidLevels } from '../pyramid-levels.ts';
import { enlargeFlow, zeroFlow } from './dense-flow.ts';
import { densify } from './densification.ts';
import { type GrayImage, shrinkByArea } from './gray-image.ts';
import { searchPatches } from './patch-search.ts';
import { refineFlow } from './refinement.ts';

/** The levels of a frame's pyramid by scale; the finest is shrunk from the frame, each other from the one before. */
function pyramidOf(frame: GrayImage, finest: number, coarsest: number): GrayImage[] {
  const images: GrayImage[] = [];
  for (let scale = finest; scale <= coarsest; scale++) {
    const source = scale === finest ? frame : images[scale - 1];
    images[scale] = shrinkByArea(source, frame.width >> scale, frame.height >> scale);
  }
  return images;
}

/**
 * Dense optical flow by inverse search on patches, written for reading: the measure of `FlowEstimator`, which gives the same
 * flow up to rounding in a thirtieth of the time.
 *
 * @param first - `[height, width]` uint8 gray frame.
 * @param second - the frame after it, of the same size.
 * @throws VigilError as {@link pyramidLevels} does.
 */
export function estimateReferenceFlow(
  first: Uint8Array,
  second: Uint8Array,
  width: number,
  height: number,
  settings: FlowSettings = defaultFlowSettings,
): FlowField {
  const levels = pyramidLevels(width, height, settings);
  const [coarsest, finest] = [levels[0], levels[levels.length - 1]];
  const firstPyramid = pyramidOf({ width, height, data: first }, finest.scale, coarsest.scale);
  const secondPyramid = pyramidOf({ width, height, data: second }, finest.scale, coarsest.scale);
  let flow = zeroFlow(coarsest.width, coarsest.height);
  for (const level of levels) {
    const [firstImage, secondImage] = [firstPyramid[level.scale], secondPyramid[level.scale]];
    const initial = level === coarsest ? flow : enlargeFlow(flow, level.width, level.height, 2);
    const sparse = searchPatches(level, firstImage, secondImage, initial, settings);
    const dense = densify(level, firstImage, secondImage, sparse, settings);
    flow = refineFlow(firstImage, secondImage, dense, settings);
  }
  const full = enlargeFlow(flow, width, height, 2 ** finest.scale);
  const data = new Float32Array(2 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data[2 * pixel] = full.u[pixel];
    data[2 * pixel + 1] = full.v[pixel];
  }
  return { width, height, data };
}
