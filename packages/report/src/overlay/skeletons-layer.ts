import type { Incident, PictureSize, Skeleton } from '@vigil/contracts';
import { type Html, html } from '../page-shell/html.ts';
import { overlayColours, pixel, strokeUnit } from './overlay-geometry.ts';

/** Landmarks less visible than this are guesses of the model and are not drawn. */
const leastVisibility = 0.4;

/** Pairs of landmarks that a bone joins, as BlazePose numbers them: trunk, arms, legs, feet. */
const trunk = [[11, 12], [11, 23], [12, 24], [23, 24]] as const; // prettier-ignore
const leftSide = [[11, 13], [13, 15], [23, 25], [25, 27], [27, 31]] as const; // prettier-ignore
const rightSide = [[12, 14], [14, 16], [24, 26], [26, 28], [28, 32]] as const; // prettier-ignore
const face = [[7, 0], [0, 8]] as const; // prettier-ignore

type Bones = readonly (readonly [number, number])[];

/** The bodies of an incident as stick figures; the two sides of a body have a colour each, so that they can be told apart. */
export function skeletonsLayer(incident: Incident, size: PictureSize): Html {
  const unit = strokeUnit(size);
  return html`<g class="layer-skeletons" fill="none" stroke-linecap="round" stroke-linejoin="round"
    >${incident.skeletons.map((skeleton) => {
      const all = bonePath(skeleton, [...trunk, ...leftSide, ...rightSide, ...face], size);
      return html`<path
          d="${all}"
          stroke="${overlayColours.halo}"
          stroke-opacity="0.6"
          stroke-width="${pixel(unit * 3.4)}"
        />${bones(bonePath(skeleton, [...trunk, ...face], size), overlayColours.trunk, unit)}${bones(bonePath(skeleton, leftSide, size), overlayColours.left, unit)}${bones(bonePath(skeleton, rightSide, size), overlayColours.right, unit)}`;
    })}</g
  >`;
}

function bones(d: string, colour: string, unit: number): Html {
  return html`<path d="${d}" stroke="${colour}" stroke-width="${pixel(unit * 1.7)}" />`;
}

function bonePath({ landmarks }: Skeleton, pairs: Bones, size: PictureSize): string {
  return pairs
    .flatMap(([from, to]) => {
      const ends = [landmarks[from], landmarks[to]];
      if (!ends.every((end) => end !== undefined && end[2] >= leastVisibility)) return [];
      const [start, end] = ends.map(
        (point) => `${pixel((point?.[0] ?? 0) * size.width)} ${pixel((point?.[1] ?? 0) * size.height)}`,
      );
      return [`M${start}L${end}`];
    })
    .join('');
}
