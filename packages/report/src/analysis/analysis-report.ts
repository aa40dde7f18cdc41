import type { AnalysisResult } from '@vigil/contracts';
import { html } from '../page-shell/html.ts';
import { readPageScript, readStyles } from '../page-shell/page-assets.ts';
import { renderPage } from '../page-shell/page-shell.ts';
import { reportHeader } from './header.ts';
import { helpDialog } from './help-dialog.ts';
import { incidentsSection } from './incident-card.ts';
import { provenanceSection } from './provenance.ts';
import type { ReportMedia } from './report-media.ts';
import { timelineSection } from './timeline-section.ts';
import { budgetSection, modalitiesSection, warningsSection } from './trust.ts';

/** Scripts of the page in the order in which they build on each other. */
export const analysisPageModules = [
  'theme',
  'help',
  'media-time',
  'decimation',
  'footage-gaps',
  'viewport',
  'timeline-colours',
  'timeline-lane',
  'timeline-axis',
  'timeline-hatching',
  'timeline-bands',
  'timeline-overview',
  'timeline-drawing',
  'timeline-model',
  'timeline-readout',
  'timeline-gestures',
  'timeline',
  'incidents',
  'analysis-main',
] as const;

/**
 * The report on one video as a complete HTML page in one file: opens without a server and without a network.
 *
 * @param media - Key frames and clips by incident id.
 * @throws VigilError `internal` where a picture or clip is not what {@link ReportMedia} allows.
 */
export function renderAnalysisReport(result: AnalysisResult, media: ReportMedia): string {
  return renderPage({
    title: `${result.source.file.split(/[/\\]/).at(-1) ?? ''} · Vigil`,
    heading: 'Analysis report',
    styles: readStyles(['tokens', 'base', 'header', 'timeline', 'incidents', 'evidence', 'charts', 'sections', 'print']),
    script: readPageScript(analysisPageModules),
    body: html`${reportHeader(result)} ${warningsSection(result)} ${timelineSection(result)} ${incidentsSection(result, media)}
      <div class="side-by-side">${budgetSection(result.budget)}${modalitiesSection(result)}</div>
      ${provenanceSection(result.settings, result.versions)} ${helpDialog()}`,
  });
}
