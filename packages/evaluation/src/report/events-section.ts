import { formatShare, type Html, html } from '@vigil/report';
import type { EvaluationResult } from '../evaluation-result.ts';
import { figureItem, numberCell } from './figure-text.ts';

/** Figures over whole clips: how well events are told from the rest, by activity, how soon, and against simpler rules. */
export function eventsSection(result: EvaluationResult): Html | false {
  const { clipAreas, perActivity, lyingDelay, hardNegatives, comparisons } = result;
  const areas = Object.entries(clipAreas);
  if (areas.length === 0 && perActivity.length === 0 && lyingDelay === null) return false;
  return html`<section class="panel" aria-labelledby="events-title">
    <h2 id="events-title">Events</h2>
    <dl class="figures is-wide">
      ${areas.map(([label, { auc, low, high }]) => figureItem(`AUC over clips, ${label}`, auc, 3, `(95 %: ${low.toFixed(3)}–${high.toFixed(3)})`))}
      ${hardNegatives !== null && figureItem('Hard negatives taken for an event', hardNegatives.falseAlarms, 0, `of ${hardNegatives.clips}`)}
      ${
        lyingDelay !== null &&
        html`${figureItem('Median delay after the body is down', lyingDelay.medianSeconds, 1, 's')}${figureItem(`Alarms within ${lyingDelay.limitSeconds} s`, lyingDelay.inTime, 0, `of ${lyingDelay.events}`)}`
      }
    </dl>
    ${comparisons.length > 0 && comparisonTable(result)}${perActivity.length > 0 && activityTable(result)}
  </section>`;
}

function comparisonTable({ comparisons }: EvaluationResult): Html {
  return html`<h3>Simpler rules on the same clips</h3>
    <div class="table-scroll">
      <table class="measures">
        <thead>
          <tr>
            <th scope="col">Rule</th>
            ${['Precision', 'Recall', 'F1', 'AUC'].map((name) => html`<th scope="col" class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${comparisons.map(
            ({ name, score, area }) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${numberCell(score.precision, 3)}${numberCell(score.recall, 3)}${numberCell(score.f1, 3)}${numberCell(area?.auc ?? null, 3)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function activityTable({ perActivity }: EvaluationResult): Html {
  return html`<h3>By activity</h3>
    <div class="table-scroll">
      <table class="measures">
        <thead>
          <tr>
            <th scope="col">Activity</th>
            <th scope="col">Label</th>
            ${['Clips', 'Right', 'Share'].map((name) => html`<th scope="col" class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${perActivity.map(
            ({ activity, label, clips, right }) =>
              html`<tr>
                <th scope="row">${activity}</th>
                <td>${label}</td>
                ${numberCell(clips, 0)}${numberCell(right, 0)}
                <td class="number">${formatShare(right / clips)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
