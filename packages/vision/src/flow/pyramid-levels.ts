import { VigilError } from '@vigil/contracts';
import type { FlowSettings } from './flow-settings.ts';

/** Smallest and largest side of a frame whose flow is estimated, in pixels. */
export const frameSideLimits = { smallest: 16, largest: 4096 } as const;

/** One level of the image pyramid and its grid of patches. */
export interface PyramidLevel {
  /** Number of halvings from the full size. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Patches side by side. */
  readonly patchColumns: number;
  /** Patches one above the other. */
  readonly patchRows: number;
}

function requireSetting(holds: boolean, name: keyof FlowSettings, limit: string, settings: FlowSettings): void {
  if (holds) return;
  throw new VigilError('bad-request', `Flow setting ${name} must be ${limit}, it is ${settings[name]}`, {
    setting: name,
    value: settings[name],
  });
}

/** @throws VigilError `bad-request` for a setting outside its range. */
function checkSettings(settings: FlowSettings): void {
  const wholeFrom = (name: keyof FlowSettings, least: number): void =>
    requireSetting(
      Number.isInteger(settings[name]) && settings[name] >= least,
      name,
      `a whole number of at least ${least}`,
      settings,
    );
  requireSetting(settings.patchSizePixels === 8, 'patchSizePixels', '8', settings);
  wholeFrom('finestScale', 0);
  wholeFrom('strideSizePixels', 1);
  requireSetting(settings.strideSizePixels <= settings.patchSizePixels, 'strideSizePixels', 'at most the patch size', settings);
  wholeFrom('gradientDescentIterations', 2);
  wholeFrom('variationalIterations', 0);
  wholeFrom('relaxationIterations', 1);
  for (const name of ['smoothnessWeight', 'brightnessWeight', 'gradientWeight'] as const) {
    requireSetting(Number.isFinite(settings[name]) && settings[name] >= 0, name, 'a number of at least 0', settings);
  }
}

/**
 * The levels of the pyramid, coarsest first. The coarsest is where a quarter of the frame is about a patch wide (so that the
 * search reaches that far), and never one that is smaller than a patch. Where a small frame has no level as coarse as
 * `finestScale`, the finest level is the coarsest that fits.
 *
 * @throws VigilError `picture-size-unsupported` outside {@link frameSideLimits}, `bad-request` for a setting outside its range.
 */
export function pyramidLevels(width: number, height: number, settings: FlowSettings): PyramidLevel[] {
  const { smallest, largest } = frameSideLimits;
  const fits = (side: number): boolean => Number.isInteger(side) && side >= smallest && side <= largest;
  if (!fits(width) || !fits(height)) {
    const limits = `${smallest}×${smallest} to ${largest}×${largest}`;
    throw new VigilError(
      'picture-size-unsupported',
      `Optical flow takes frames of ${limits} pixels, this one is ${width}×${height}`,
      {
        width,
        height,
        smallest,
        largest,
      },
    );
  }
  checkSettings(settings);
  const patch = settings.patchSizePixels;
  const reach = Math.floor(Math.log2(Math.max(width, height) / (4 * patch)) + 0.5);
  const deepest = Math.floor(Math.log2(Math.min(width, height) / patch));
  const coarsest = Math.max(0, Math.min(reach, deepest));
  const levels: PyramidLevel[] = [];
  for (let scale = coarsest; scale >= Math.min(settings.finestScale, coarsest); scale--) {
    const levelWidth = width >> scale;
    const levelHeight = height >> scale;
    levels.push({
      scale,
      width: levelWidth,
      height: levelHeight,
      patchColumns: 1 + Math.floor((levelWidth - patch) / settings.strideSizePixels),
      patchRows: 1 + Math.floor((levelHeight - patch) / settings.strideSizePixels),
    });
  }
  return levels;
}
