import { type Html, html, unitChart } from '@vigil/report';
import type { EvaluationResult } from '../evaluation-result.ts';
import { figureText } from './figure-text.ts';

/** ROC and precision–recall curves side by side; nothing where the labels allow neither. */
export function curvesSection(result: EvaluationResult): Html | false {
  if (result.roc === null && result.precisionRecall === null) return false;
  const share = result.anomalousShare ?? 0;
  return html`<section class="side-by-side" aria-label="Curves">
    ${
      result.roc !== null &&
      html`<div class="panel">
        ${unitChart({
          title: `Receiver operating characteristic · AUC ${figureText(result.microAuc, 4)}`,
          xLabel: 'False positive rate',
          yLabel: 'True positive rate',
          points: result.roc.map((point) => [point.falsePositiveRate, point.truePositiveRate] as const),
          chance: [
            [0, 0],
            [1, 1],
          ],
          description: `ROC curve over all frames; area ${figureText(result.microAuc, 4)}, equal error rate ${figureText(result.equalErrorRate, 3)}.`,
        })}
      </div>`
    }
    ${
      result.precisionRecall !== null &&
      html`<div class="panel">
        ${unitChart({
          title: `Precision and recall · average precision ${figureText(result.averagePrecision, 3)}`,
          xLabel: 'Recall',
          yLabel: 'Precision',
          points: result.precisionRecall.map((point) => [point.recall, point.precision] as const),
          chance: [
            [0, share],
            [1, share],
          ],
          description: `Precision–recall curve over all frames; average precision ${figureText(result.averagePrecision, 3)}.`,
        })}
      </div>`
    }
  </section>`;
}
