import { describe, expect, it } from 'vitest';
import { readStyles } from './page-assets.ts';

type Theme = 'light' | 'dark';

const tokens = new Map(
  [...readStyles(['tokens']).matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((match) => [
    match[1] as string,
    { light: match[2] as string, dark: match[3] as string },
  ]),
);

/** Relative luminance of a colour `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(text: string, ground: string, theme: Theme): number {
  const of = (token: string): number => luminance(tokens.get(token)?.[theme] ?? '');
  const [low, high] = [of(text), of(ground)].toSorted((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const pairs: readonly (readonly [string, string])[] = [
  ...['ground', 'panel', 'raised', 'sunken'].flatMap((ground) => [['text', ground] as const, ['muted', ground] as const]),
  ...['accent', 'critical', 'warning', 'info', 'good'].map((text) => [text, 'panel'] as const),
  ...['critical', 'warning', 'info', 'good'].map((text) => [text, `${text}-soft`] as const),
  ...['fused', 'motion', 'appearance', 'objects', 'pose', 'sound', 'camera', 'other'].map(
    (lane) => [`lane-${lane}`, 'panel'] as const,
  ),
];

describe('contrast of text (WCAG 2.2, level AA)', () => {
  it.each((['light', 'dark'] as const).flatMap((theme) => pairs.map(([text, ground]) => [text, ground, theme] as const)))(
    '%s on %s is at least 4.5 : 1 in the %s theme',
    (text, ground, theme) => expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5),
  );
});
