import type { PictureArea } from './overlay.ts';

/** Colours that stand out on any footage, above a dark halo; they do not follow the colour scheme, as footage does not either. */
export const overlayColours = {
  critical: '#ff5d52',
  warning: '#ffb938',
  info: '#6cb6ff',
  track: '#4fe0d2',
  flow: '#ffe45c',
  trunk: '#f4f7fa',
  left: '#ff9d5c',
  right: '#7cc4ff',
  halo: 'rgb(8 12 16 / 60%)',
} as const;

/** Width of a fine line on a picture of this size, CSS pixels. */
export function lineUnit({ width, height }: PictureArea): number {
  return Math.max(1, Math.max(width, height) / 520);
}

/** Strokes a path twice: the halo beneath makes it readable on bright and on dark footage. */
export function strokeWithHalo(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.strokeStyle = overlayColours.halo;
  context.lineWidth = width * 2.2;
  context.stroke(path);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}
