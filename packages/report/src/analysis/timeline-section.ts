import type { AnalysisResult } from '@vigil/contracts';
import { modalityName, severityName } from '../format/words.ts';
import { embeddedJson } from '../page-shell/embedded-json.ts';
import { type Html, html } from '../page-shell/html.ts';
import { type ThinTimeline, thinTimeline } from './thin-timeline.ts';
import { footageSeconds } from './verdict.ts';

/** The score timeline: a canvas for the lanes, one for the overview, its buttons, and the data that the page script draws. */
export function timelineSection(result: AnalysisResult): Html {
  const thin = thinTimeline(result);
  return html`<section class="panel timeline" aria-labelledby="timeline-title">
    <div class="panel-head">
      <h2 id="timeline-title">Surprise over time</h2>
      <p class="timeline-range" id="timeline-range" aria-live="polite"></p>
      <div class="button-row" role="group" aria-label="Timeline view">
        <button type="button" class="icon-button" data-timeline="zoom-in" aria-label="Zoom in" title="Zoom in (+)">+</button>
        <button type="button" class="icon-button" data-timeline="zoom-out" aria-label="Zoom out" title="Zoom out (−)">−</button>
        <button type="button" class="icon-button wide" data-timeline="fit" title="Show the whole video (0)">Whole video</button>
      </div>
    </div>
    <div class="timeline-stage">
      <canvas
        id="timeline-lanes"
        tabindex="0"
        role="img"
        aria-label="${timelineLabel(result)}"
        aria-describedby="timeline-keys"
      ></canvas>
      <div class="timeline-readout" id="timeline-readout" hidden></div>
    </div>
    <canvas id="timeline-overview" aria-hidden="true"></canvas>
    <p class="timeline-legend" id="timeline-keys">
      <span class="key-threshold">threshold of the alarm budget</span
      ><span class="key-gap">no footage</span
      >${faultSpans(result).length > 0 && html`<span class="key-fault">camera at fault, its pictures do not count</span>`}${thin.stretchSeconds > 0 && html`<span>away from incidents a point is the largest value of ${thin.stretchSeconds.toPrecision(2)} s</span>`}<span
        class="key-hint"
        >Scroll or pinch to zoom, drag to move. Keys: + − 0, Shift with ← →.</span
      >
    </p>
    <noscript
      ><p class="notice">
        The timeline is drawn by the page's own script, which this browser does not run. Everything else is below.
      </p></noscript
    >
    ${embeddedJson('timeline-data', timelineData(result, thin))}
  </section>`;
}

/** What the page script draws. Times are cut to milliseconds and surprise to a thousandth: finer than a screen shows. */
function timelineData(result: AnalysisResult, { timeline, usualSeconds, longestStepSeconds }: ThinTimeline): unknown {
  const lanes = Object.entries(timeline.modalities)
    .filter(([, values]) => values !== undefined && values.some((value) => value !== null))
    .map(([modality, values]) => ({
      id: modality,
      name: modalityName(modality as keyof typeof timeline.modalities),
      values: (values ?? []).map((value) => (value === null ? null : thousandth(value))),
    }));
  return {
    startSeconds: Math.min(0, result.timeline.seconds[0] ?? 0),
    endSeconds: Math.max(footageSeconds(result), result.timeline.seconds.at(-1) ?? 0),
    usualSeconds,
    longestStepSeconds,
    seconds: timeline.seconds.map(thousandth),
    lanes: [{ id: 'fused', name: 'All senses together', values: timeline.fused.map(thousandth) }, ...lanes],
    faults: faultSpans(result),
    thresholdSurprise: result.budget.thresholdSurprise,
    incidents: result.incidents.map((incident, index) => ({
      number: index + 1,
      startSeconds: incident.startSeconds,
      endSeconds: incident.endSeconds,
      peakSeconds: incident.peakSeconds,
      severity: incident.severity,
      severityName: severityName(incident.severity),
      title: incident.title,
    })),
  };
}

/** Stretches in which the camera was at fault. A silent microphone is none: the pictures count all the same. */
function faultSpans({ incidents }: AnalysisResult): { startSeconds: number; endSeconds: number }[] {
  return incidents
    .filter(({ kinds }) => kinds.some((kind) => kind.startsWith('camera.') && kind !== 'camera.silent'))
    .map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds }));
}

function timelineLabel(result: AnalysisResult): string {
  const lanes = Object.keys(result.timeline.modalities).length;
  return `Timeline of surprise: one lane for all senses together and ${lanes} for single senses; ${result.incidents.length} incidents are marked${faultSpans(result).length > 0 ? ', and where the camera was at fault' : ''}. The incidents are listed below in words.`;
}

function thousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}
