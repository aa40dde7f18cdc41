import type { CameraSample, CameraView } from '../features/camera-sample.ts';
import type { CameraFault, CameraFaultKind } from './camera-fault.ts';

/** Gray level that 2 % of a dark picture reach at most; an open fault ends a little above. */
const darkLevel = 24;
const darkEndLevel = 32;
/** White share from which on light washes a picture out, where edges are lost too; and where no edges are known. */
const glareShare = 0.35;
const glareEndShare = 0.25;
const glareShareWithoutView = 0.7;
/** Light that only makes the scene lighter leaves more of its edges than this share of places. */
const litSeenShare = 0.75;
/** Edges count as back above this share of places. */
const backShare = 0.62;
/** A frozen picture: this share of places that used to show noise shows none. */
const frozenShare = 0.5;
/** A covered lens: at least this share of places is empty, and at most that is still seen. */
const coveredShare = 0.6;
const coveredSeenShare = 0.38;
/** A moved camera: the edges are found this far away, fraction of the picture's width or height ... */
const leastShift = 0.012;
/** ... this much more alike than unmoved, and this alike at least ... */
const leastLikenessGain = 0.2;
const leastLikeness = 0.35;
/** ... or they are found nowhere, in a picture that is not empty. */
const goneSeenShare = 0.25;
const goneEmptyShare = 0.5;
/** Out of focus below this share of the finest detail; an open fault ends above the other. */
const defocusedSharpness = 0.5;
const focusedSharpness = 0.65;
/** Flicker of the whole picture, not of a lamp in it. */
const flickerShare = 0.6;

/**
 * What is wrong with the picture, one fault at most: the worst explains the others.
 *
 * @param open - faults that were raised and last: these end later than they begin
 */
export function judgePicture(
  { brightness, repetition, view }: CameraSample,
  open: ReadonlySet<CameraFaultKind>,
): CameraFault | null {
  const { highLevel, whiteShare, meanLevel } = brightness;
  if (highLevel < (open.has('camera.dark') ? darkEndLevel : darkLevel)) {
    return fault('camera.dark', 2 - highLevel / darkLevel, { brightestGrayLevel: highLevel, meanGrayLevel: meanLevel });
  }
  const washedOut = view
    ? whiteShare >= (open.has('camera.glare') ? glareEndShare : glareShare) && view.seenShare < litSeenShare
    : whiteShare >= glareShareWithoutView;
  if (washedOut) {
    const details = { whiteShare, ...(view ? { seenShare: view.seenShare } : {}) };
    return fault('camera.glare', whiteShare / glareShare, details, view);
  }
  if (repetition.unusualShare >= frozenShare && repetition.repeatedSeconds > 0 && (!view || view.seenShare >= backShare)) {
    const { repeatedSeconds, unusualShare } = repetition;
    return { ...fault('camera.frozen', unusualShare / frozenShare, { repeatedSeconds }), lastedSeconds: repeatedSeconds };
  }
  return view && (judgeView(view, open) ?? judgeFocus(view, open));
}

/** Light that alternates, whatever else is wrong. */
export function judgeFlicker({ flicker: { share, swingsPerSecond } }: CameraSample): CameraFault | null {
  if (share < flickerShare) return null;
  return fault('camera.flicker', share / flickerShare, { flickeringShare: share, alternationsPerSecond: swingsPerSecond / 2 });
}

function judgeView(view: CameraView, open: ReadonlySet<CameraFaultKind>): CameraFault | null {
  const { seenShare, emptyShare, shift } = view;
  if (seenShare >= backShare && !shift) return null;
  if (isCovered(view) || (open.has('camera.covered') && seenShare < backShare)) {
    return fault('camera.covered', emptyShare / coveredShare, { coveredShare: emptyShare, seenShare }, view);
  }
  const gain = shift ? shift.likeness - shift.likenessUnmoved : 0;
  if (shift && isShifted(shift)) {
    const details = {
      shiftWidths: shift.x,
      shiftHeights: shift.y,
      likeness: shift.likeness,
      likenessUnmoved: shift.likenessUnmoved,
    };
    return fault('camera.moved', gain / leastLikenessGain, details);
  }
  if ((seenShare < goneSeenShare && emptyShare < goneEmptyShare) || (open.has('camera.moved') && seenShare < backShare)) {
    return fault('camera.moved', Math.max(1, (1 - seenShare) / (1 - goneSeenShare)), { seenShare });
  }
  return null;
}

function isCovered({ seenShare, emptyShare }: CameraView): boolean {
  return emptyShare >= coveredShare && seenShare <= coveredSeenShare;
}

function isShifted({ x, y, likeness, likenessUnmoved }: NonNullable<CameraView['shift']>): boolean {
  const far = Math.max(Math.abs(x), Math.abs(y)) >= leastShift;
  return far && likeness >= leastLikeness && likeness - likenessUnmoved >= leastLikenessGain;
}

function judgeFocus({ sharpness, seenShare }: CameraView, open: ReadonlySet<CameraFaultKind>): CameraFault | null {
  const limit = open.has('camera.defocused') ? focusedSharpness : defocusedSharpness;
  if (!(sharpness < limit)) return null;
  return fault('camera.defocused', (1 - sharpness) / (1 - defocusedSharpness), { remainingDetailShare: sharpness, seenShare });
}

function fault(
  kind: CameraFaultKind,
  strength: number,
  details: CameraFault['details'],
  view: CameraView | null = null,
): CameraFault {
  return { kind, strength, lastedSeconds: 0, details, box: view?.lostBox ?? null };
}
