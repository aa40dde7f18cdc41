import { type Html, html } from '@vigil/report';

/** A measured value, or the words that say it was not measured: never a number in its place. */
export function figureText(value: number | null, digits: number): string {
  return value === null ? 'not measured' : value.toFixed(digits);
}

/** A named figure of the summary. */
export function figureItem(name: string, value: number | null, digits: number, unit = ''): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd class="${value === null && 'is-null'}">
      ${figureText(value, digits)}${value !== null && unit !== '' && html` <small>${unit}</small>`}
    </dd>
  </div>`;
}

/** A table cell with a number. */
export function numberCell(value: number | null, digits: number): Html {
  return html`<td class="number${value === null && ' is-null'}">${figureText(value, digits)}</td>`;
}
