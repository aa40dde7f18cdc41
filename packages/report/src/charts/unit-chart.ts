import { type Html, html, trustedHtml } from '../page-shell/html.ts';

/** A curve over the unit square: both axes 0 to 1. */
export interface UnitChart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Points in drawing order, x and y 0 to 1. */
  readonly points: readonly (readonly [number, number])[];
  /** Line that a score without any knowledge would follow. */
  readonly chance: readonly [readonly [number, number], readonly [number, number]];
  /** The figure in words, for those who do not see it. */
  readonly description: string;
}

const side = 300;
const margin = { left: 40, top: 10, right: 12, bottom: 38 };
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** A ROC or precision–recall curve as SVG in the colours of the page. */
export function unitChart(chart: UnitChart): Html {
  const width = margin.left + side + margin.right;
  const height = margin.top + side + margin.bottom;
  const line = chart.points.map(place).join('L');
  const [chanceFrom, chanceTo] = chart.chance;
  return html`<figure class="chart">
    <figcaption>${chart.title}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${chart.description}">
      ${ticks.map(gridLines)}
      <path class="chance" d="M${place(chanceFrom)}L${place(chanceTo)}" />
      ${line !== '' && trustedHtml(`<path class="curve-fill" d="M${line}L${right(chart)} ${margin.top + side}L${left(chart)} ${margin.top + side}Z"/>`)}
      ${line !== '' && trustedHtml(`<path class="curve" d="M${line}"/>`)}
      <text class="axis-name" x="${margin.left + side / 2}" y="${height - 4}" text-anchor="middle">${chart.xLabel}</text>
      <text class="axis-name" transform="translate(11 ${margin.top + side / 2}) rotate(-90)" text-anchor="middle">
        ${chart.yLabel}
      </text>
    </svg>
  </figure>`;
}

function gridLines(value: number): Html {
  const x = margin.left + value * side;
  const y = margin.top + (1 - value) * side;
  return html`<path class="grid" d="M${x} ${margin.top}V${margin.top + side}M${margin.left} ${y}H${margin.left + side}" /><text
      x="${x}"
      y="${margin.top + side + 15}"
      text-anchor="middle"
      >${value}</text
    ><text x="${margin.left - 6}" y="${y + 4}" text-anchor="end">${value}</text>`;
}

function place([x, y]: readonly [number, number]): string {
  return `${round(margin.left + x * side)} ${round(margin.top + (1 - y) * side)}`;
}

function left(chart: UnitChart): number {
  return round(margin.left + (chart.points[0]?.[0] ?? 0) * side);
}

function right(chart: UnitChart): number {
  return round(margin.left + (chart.points.at(-1)?.[0] ?? 1) * side);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
