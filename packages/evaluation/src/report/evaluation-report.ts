import { type Html, html, provenanceSection, renderFiguresPage } from '@vigil/report';
import type { EvaluationResult } from '../evaluation-result.ts';
import { alarmsSection } from './alarms-section.ts';
import { clipsSection } from './clips-section.ts';
import { curvesSection } from './curves.ts';
import { eventsSection } from './events-section.ts';
import { helpDialog } from './help-dialog.ts';
import { kindsSection } from './kinds-table.ts';
import { sensesSection } from './senses-table.ts';
import { soundsSections, soundsSummary } from './sounds-body.ts';
import { summarySection } from './summary.ts';

/** The report on an evaluation as a complete HTML page in one file: opens without a server and without a network. */
export function renderEvaluationReport(result: EvaluationResult): string {
  const warnings = result.warnings.map((warning) => html`<li>${warning}</li>`);
  return renderFiguresPage({
    title: `${result.name} · Vigil`,
    heading: 'Evaluation report',
    body: html`${result.sounds === null ? summarySection(result) : soundsSummary(result, result.sounds)}
    ${
      warnings.length > 0 &&
      html`<section class="notice" aria-label="Warnings">
        <ul>
          ${warnings}
        </ul>
      </section>`
    }
    ${result.sounds === null ? framesSections(result) : soundsSections(result, result.sounds)}
    ${provenanceSection(result.settings, { ...result.versions, labels: result.labels.sha256.slice(0, 16) })}${helpDialog()}`,
  });
}

function framesSections(result: EvaluationResult): Html {
  return html`${curvesSection(result)}${sensesSection(result)}${kindsSection(result)}${eventsSection(result)}${alarmsSection(result)}${clipsSection(result)}`;
}
