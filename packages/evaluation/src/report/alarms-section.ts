import { formatDuration, type Html, html } from '@vigil/report';
import type { EvaluationResult } from '../evaluation-result.ts';
import { figureItem } from './figure-text.ts';

/** How soon events raise an alarm, and what the alarm budget promised. */
export function alarmsSection(result: EvaluationResult): Html | false {
  const { delay, budget } = result;
  if (delay === null && budget === null) return false;
  return html`<section class="side-by-side" aria-label="Alarms">
    ${
      delay !== null &&
      html`<div class="panel">
        <h2>Detection delay</h2>
        <dl class="figures">
          ${figureItem('Events found', delay.detected, 0, `of ${delay.detected + delay.missed}`)}${figureItem('Missed', delay.missed, 0)}
          ${figureItem('Median delay', delay.medianSeconds, 1, 's')}${figureItem('Mean delay', delay.meanSeconds, 1, 's')}
        </dl>
        <p class="note">From the first anomalous frame of an event to the first alarm within it.</p>
      </div>`
    }
    ${
      budget !== null &&
      html`<div class="panel">
        <h2>Alarm budget</h2>
        <p>${budget.summary}</p>
        <dl class="figures">
          ${figureItem('Promised, at most', budget.incidentsPerDay, 0, 'a day')}${figureItem('Expected', budget.expectedPerDay, 1, 'a day')}
          ${figureItem('Threshold', budget.thresholdSurprise, 2)}
          <div>
            <dt>Calibrated on</dt>
            <dd>${formatDuration(budget.calibrationSeconds)}</dd>
          </div>
        </dl>
        <p class="data-state ${budget.enoughData ? 'is-enough' : 'is-short'}">
          ${budget.enoughData ? 'Enough calibration footage to support the promise.' : 'Not enough data yet: the threshold rests on an extrapolated tail.'}
        </p>
      </div>`
    }
  </section>`;
}
