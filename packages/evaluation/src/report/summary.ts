import { countOf, formatCount, formatShare, type Html, html } from '@vigil/report';
import type { EvaluationResult } from '../evaluation-result.ts';
import { figureItem } from './figure-text.ts';

/** Head of the page: data set, the main figure in a sentence, and the figures that follow it. */
export function summarySection(result: EvaluationResult): Html {
  return html`<section class="report-header" aria-label="Summary">
      <h1>${result.name}</h1>
      <p class="verdict">${verdict(result)}</p>
      <p class="verdict-note">
        ${countOf(result.trainClips, 'clip')} learned from, ${countOf(result.testClips, 'clip')} tested,
        ${countOf(result.scoredFrames, 'frame')}
        scored${result.anomalousShare !== null && `, ${formatShare(result.anomalousShare)} of them anomalous`}. Scores are
        smoothed within each clip (Gaussian, sigma ${result.sigmaFrames} frames); no clip is normalised.
      </p>
    </section>
    <section class="panel" aria-label="Figures">
      <dl class="figures is-wide">
        ${figureItem('Micro frame AUC', result.microAuc, 4)}${figureItem('Macro frame AUC', result.macroAuc, 4)}
        ${figureItem('Equal error rate', result.equalErrorRate, 3)}${figureItem('Average precision', result.averagePrecision, 3)}
        ${figureItem('Alarms', result.alarmsPerHour, 1, 'an hour')}${figureItem('False alarms', result.falseAlarmsPerHour, 1, 'an hour')}
        ${figureItem('Speed', result.timesRealTime, 1, '× real time')}${figureItem('Frames', result.framesPerSecond, 0, 'a second')}
      </dl>
    </section>`;
}

function verdict(result: EvaluationResult): string {
  if (result.microAuc !== null)
    return `An anomalous frame outscores a normal one in ${(result.microAuc * 100).toFixed(1)} of 100 pairs.`;
  const kinds = Object.entries(result.perKind).filter(([label]) => label !== 'normal');
  const [first] = kinds;
  if (first !== undefined) {
    const [label, { truePositives, falseNegatives, falsePositives }] = first;
    return `${formatCount(truePositives)} of ${countOf(truePositives + falseNegatives, `“${label}” clip`)} found, with ${countOf(falsePositives, 'false alarm')}.`;
  }
  return `${countOf(result.testClips, 'clip')} analysed; the data set has no labels to measure against.`;
}
