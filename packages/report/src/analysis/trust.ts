import type { AnalysisResult, BudgetStatement } from '@vigil/contracts';
import { formatNumber } from '../format/number.ts';
import { formatDuration } from '../format/time.ts';
import { modalityName } from '../format/words.ts';
import { type Html, html } from '../page-shell/html.ts';
import { stateChip } from './evidence.ts';

/** Warnings of the analysis, at the top of the page because they say how far to trust the rest. */
export function warningsSection(result: AnalysisResult): Html | false {
  const warnings = [
    ...(result.source.truncated ? ['The file ends before its container says it should; what is missing was not analysed.'] : []),
    ...result.warnings,
    ...result.modalities
      .filter(({ state }) => state === 'unavailable')
      .map(({ modality, reason }) => `${modalityName(modality)} took no part${reason === null ? '.' : `: ${reason}`}`),
  ];
  return (
    warnings.length > 0 &&
    html`<section class="notice" aria-label="Warnings">
      <ul>
        ${warnings.map((warning) => html`<li>${warning}</li>`)}
      </ul>
    </section>`
  );
}

/** What the alarm budget promised, what the calibration footage gives, and whether there is enough of it to say so. */
export function budgetSection(budget: BudgetStatement): Html {
  return html`<section class="panel budget" aria-labelledby="budget-title">
    <h2 id="budget-title">Alarm budget</h2>
    <p>${budget.summary}</p>
    <dl class="figures">
      <div>
        <dt>Promised, at most</dt>
        <dd>${formatNumber(budget.incidentsPerDay)} <small>a day</small></dd>
      </div>
      <div>
        <dt>Expected</dt>
        <dd>${formatNumber(budget.expectedPerDay)} <small>a day</small></dd>
      </div>
      <div>
        <dt>Threshold</dt>
        <dd>
          ${budget.thresholdSurprise.toFixed(2)} <small>−log₁₀ <i>p</i></small>
        </dd>
      </div>
      <div>
        <dt>Calibrated on</dt>
        <dd>${formatDuration(budget.calibrationSeconds)}</dd>
      </div>
    </dl>
    <p class="data-state ${budget.enoughData ? 'is-enough' : 'is-short'}">
      ${budget.enoughData ? 'Enough calibration footage to support the promise.' : 'Not enough data yet to support the promise.'}
    </p>
  </section>`;
}

/** Which senses took part, which could not, and why. */
export function modalitiesSection(result: AnalysisResult): Html {
  return html`<section class="panel senses" aria-labelledby="senses-title">
    <h2 id="senses-title">Senses</h2>
    <ul>
      ${result.modalities.map(
        ({ modality, state, reason }) =>
          html`<li>
            <h3 class="lane-${modality}">${modalityName(modality)}</h3>
            ${stateChip(state)}${reason !== null && html`<p>${reason}</p>`}
          </li>`,
      )}
    </ul>
  </section>`;
}
