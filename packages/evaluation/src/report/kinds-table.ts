import { type Html, html } from '@vigil/report';
import type { EvaluationResult } from '../evaluation-result.ts';
import type { Confusion } from '../metrics/classification.ts';
import { numberCell } from './figure-text.ts';
import { labelInWords } from './label-in-words.ts';

/** Precision, recall and F1 by label, and which label was taken for which; nothing where clips have no labels. */
export function kindsSection(result: EvaluationResult): Html | false {
  const kinds = Object.entries(result.perKind);
  if (kinds.length === 0 && result.confusion === null) return false;
  return html`<section class="side-by-side" aria-label="Kinds">
    ${
      kinds.length > 0 &&
      html`<div class="panel">
        <h2>Kinds</h2>
        <div class="table-scroll">
          <table class="measures">
            <thead>
              <tr>
                <th scope="col">Label</th>
                ${['Precision', 'Recall', 'F1', 'Found', 'Missed', 'False'].map((name) => html`<th scope="col" class="number">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${kinds.map(
                ([label, score]) =>
                  html`<tr>
                    <th scope="row">${labelInWords(label)}</th>
                    ${numberCell(score.precision, 3)}${numberCell(score.recall, 3)}${numberCell(score.f1, 3)}
                    ${numberCell(score.truePositives, 0)}${numberCell(score.falseNegatives, 0)}${numberCell(score.falsePositives, 0)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>`
    }
    ${result.confusion !== null && confusionTable(result.confusion)}
  </section>`;
}

function confusionTable(confusion: Confusion): Html {
  return html`<div class="panel">
    <h2>Taken for</h2>
    <div class="table-scroll">
      <table class="measures confusion">
        <thead>
          <tr>
            <th scope="col">Clips labelled</th>
            ${confusion.labels.map((label) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${confusion.labels.map(
            (label, row) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${confusion.counts[row]?.map((count, column) => html`<td class="${count > 0 && (row === column ? 'is-right' : 'is-wrong')}">${count}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}
