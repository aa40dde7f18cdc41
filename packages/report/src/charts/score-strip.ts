import { type Html, html, trustedHtml } from '../page-shell/html.ts';

/** The scores of one clip over time, with what is labelled and what raised an alarm. */
export interface ScoreStrip {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly seconds: readonly number[];
  readonly scores: readonly number[];
  /** Scores at the bottom and the top of the strip; equal for all clips of a page, so that heights compare. */
  readonly range: readonly [number, number];
  readonly labelled: readonly { readonly startSeconds: number; readonly endSeconds: number }[];
  readonly alarms: readonly { readonly startSeconds: number; readonly endSeconds: number }[];
  readonly description: string;
}

const width = 480;
const height = 96;
const alarmHeight = 5;

/** A clip's score curve as SVG: labelled stretches shaded, alarms as a bar beneath, at most two points a pixel. */
export function scoreStrip(strip: ScoreStrip): Html {
  const span = Math.max(1e-9, strip.endSeconds - strip.startSeconds);
  const x = (seconds: number): number => round(((seconds - strip.startSeconds) / span) * width);
  const [low, high] = strip.range;
  const y = (score: number): number => round((height - 2) * (1 - clamp((score - low) / Math.max(1e-9, high - low))) + 1);
  const columns = extremesByColumn(strip.seconds.map(x), strip.scores.map(y));
  const line = columns.map(([column, value]) => `${column} ${value}`).join('L');
  return html`<svg
    class="score-strip"
    viewBox="0 0 ${width} ${height + alarmHeight + 3}"
    role="img"
    aria-label="${strip.description}"
  >
    <rect class="strip-ground" width="${width}" height="${height}" />
    ${strip.labelled.map((range) => html`<rect class="labelled" x="${x(range.startSeconds)}" y="0" width="${barWidth(range, x)}" height="${height}" />`)}
    ${line !== '' && trustedHtml(`<path class="curve" d="M${line}"/>`)}
    ${strip.alarms.map((range) => html`<rect class="alarm" x="${x(range.startSeconds)}" y="${height + 3}" width="${barWidth(range, x)}" height="${alarmHeight}" />`)}
  </svg>`;
}

function barWidth(range: { readonly startSeconds: number; readonly endSeconds: number }, x: (seconds: number) => number): number {
  return round(Math.max(1.5, x(range.endSeconds) - x(range.startSeconds)));
}

/** Where several points share a column of pixels, its lowest and its highest. */
function extremesByColumn(xs: readonly number[], ys: readonly number[]): [number, number][] {
  if (xs.length <= 2 * width) return xs.map((x, index) => [x, ys[index] as number]);
  const columns = new Map<number, [number, number]>();
  xs.forEach((x, index) => {
    const y = ys[index] as number;
    const [least, most] = columns.get(Math.floor(x)) ?? [y, y];
    columns.set(Math.floor(x), [Math.min(least, y), Math.max(most, y)]);
  });
  return [...columns].flatMap(([column, [least, most]]): [number, number][] => [
    [column, most],
    [column, least],
  ]);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
