import type { Rgb } from '../drawing/canvas.ts';
import type { Random } from '../drawing/random.ts';

/** What somebody carries. */
export type Luggage = 'none' | 'handbag' | 'backpack' | 'suitcase';

/** What somebody looks like. */
export interface Outfit {
  /** Metres. */
  readonly height: number;
  /** Width of body and limbs against the usual. */
  readonly build: number;
  readonly skin: Rgb;
  readonly hair: Rgb;
  readonly top: Rgb;
  readonly bottom: Rgb;
  readonly shoes: Rgb;
  readonly striped: boolean;
  readonly luggage: Luggage;
  readonly luggageColour: Rgb;
}

const skins: readonly Rgb[] = [
  [226, 184, 154],
  [198, 146, 110],
  [141, 94, 66],
  [96, 64, 48],
];
const hairs: readonly Rgb[] = [
  [38, 30, 26],
  [84, 58, 38],
  [150, 118, 76],
  [120, 120, 124],
];
const tops: readonly Rgb[] = [
  [178, 44, 46],
  [40, 74, 132],
  [226, 222, 210],
  [52, 96, 70],
  [206, 160, 58],
  [70, 70, 78],
  [120, 60, 110],
  [66, 130, 150],
  [30, 32, 40],
];
const bottoms: readonly Rgb[] = [
  [36, 42, 64],
  [52, 50, 50],
  [112, 98, 78],
  [70, 84, 110],
  [28, 28, 32],
  [150, 144, 132],
];
const shoes: readonly Rgb[] = [
  [24, 22, 22],
  [70, 66, 62],
  [88, 58, 40],
];
const leathers: readonly Rgb[] = [
  [92, 46, 36],
  [34, 36, 42],
  [46, 66, 98],
  [134, 38, 44],
];

/** Somebody at random, with something to carry. */
export function randomOutfit(random: Random, luggage: Luggage): Outfit {
  return {
    height: random.between(1.55, 1.9),
    build: random.between(0.9, 1.18),
    skin: random.pick(skins),
    hair: random.pick(hairs),
    top: random.pick(tops),
    bottom: random.pick(bottoms),
    shoes: random.pick(shoes),
    striped: random.chance(0.3),
    luggage,
    luggageColour: random.pick(leathers),
  };
}
