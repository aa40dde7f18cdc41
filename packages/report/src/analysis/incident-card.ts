import { type AnalysisResult, type Incident, type RuleFinding, ruleFinding, strengthInWords } from '@vigil/contracts';
import { describeRarity, formatPValue } from '../format/number.ts';
import { formatDuration, formatMediaTime } from '../format/time.ts';
import { kindName, modalityName, severityName } from '../format/words.ts';
import { type Html, html } from '../page-shell/html.ts';
import { evidenceList } from './evidence.ts';
import { incidentPictures } from './key-frame.ts';
import type { ReportMedia } from './report-media.ts';

/** The list of incidents in order of time, or the calm page of a video without any. */
export function incidentsSection(result: AnalysisResult, media: ReportMedia): Html {
  if (result.incidents.length === 0) return nothingFound(result);
  return html`<section class="incidents" aria-labelledby="incidents-title">
    <div class="section-head">
      <h2 id="incidents-title">Incidents</h2>
      <div class="button-row" role="group" aria-label="Step through the incidents">
        <button type="button" class="icon-button" data-step="-1" aria-label="Previous incident" title="Previous incident (←)">
          ←</button
        ><button type="button" class="icon-button" data-step="1" aria-label="Next incident" title="Next incident (→)">→</button>
      </div>
    </div>
    ${result.incidents.map((incident, index) => incidentCard(incident, index + 1, result, media))}
  </section>`;
}

function incidentCard(incident: Incident, number: number, result: AnalysisResult, media: ReportMedia): Html {
  const own = media[incident.id];
  return html`<article
    class="panel incident severity-${incident.severity}"
    id="incident-${number}"
    data-number="${number}"
    aria-labelledby="incident-${number}-title"
    tabindex="-1"
  >
    <header class="incident-head">
      <span class="incident-number" aria-hidden="true">${number}</span>
      <div class="incident-title">
        <h3 id="incident-${number}-title"><span class="visually-hidden">Incident ${number}: </span>${incident.title}</h3>
        <p class="chips">
          <span class="severity-chip">${severityName(incident.severity)}</span
          >${incident.kinds.map((kind) => html`<span class="kind-chip">${kindName(kind)}</span>`)}
        </p>
      </div>
      <dl class="incident-times">
        <div>
          <dt>From – to</dt>
          <dd>
            <a href="#timeline-lanes" data-incident="${number}"
              >${formatMediaTime(incident.startSeconds)} – ${formatMediaTime(incident.endSeconds)}</a
            >
          </dd>
        </div>
        <div>
          <dt>Lasts</dt>
          <dd>${formatDuration(incident.endSeconds - incident.startSeconds)}</dd>
        </div>
        <div>
          <dt>Peak</dt>
          <dd>${formatMediaTime(incident.peakSeconds)}</dd>
        </div>
      </dl>
    </header>
    <div class="incident-body">
      ${incidentPictures(incident, own, result.source)}
      <div class="reasons">${fusedLine(incident)} ${evidenceList(incident.evidence, own?.normalMoments ?? [])}</div>
    </div>
  </article>`;
}

/** What raised it: the rule that found it, or how unusual it is in all. */
function fusedLine(incident: Incident): Html {
  const rule = ruleFinding(incident);
  if (rule !== null) return ruleLine(rule, incident);
  return html`<p class="fused">
    <span class="fused-p"><i>p</i> = ${formatPValue(incident.pValue)}</span
    ><span
      >All senses together: ${describeRarity(incident.pValue)}, measured against
      ${incident.baseline === 'self' ? 'the video itself' : 'the learned profile'}.</span
    >
  </p>`;
}

/** A rule raises by its own limit; what is rare beside it is an addition. */
function ruleLine({ kind, strength, beside }: RuleFinding, { baseline }: Incident): Html {
  return html`<p class="fused">
    <span class="fused-p">Found by a rule</span
    ><span
      >${kindName(kind)}, strength ${strengthInWords(strength)} its limit. A rule asks for no rarity.
      ${
        beside !== null &&
        html`Besides, ${modalityName(beside.modality).toLowerCase()} was unusual too (${describeRarity(beside.pValue)}).`
      }
      ${baseline === 'self' && 'Learn a profile of normal footage to see how often this happens here.'}</span
    >
  </p>`;
}

function nothingFound(result: AnalysisResult): Html {
  return html`<section class="panel nothing-found" aria-labelledby="incidents-title">
    <svg viewBox="0 0 64 24" aria-hidden="true">
      <path
        d="M2 14c5 0 5-4 10-4s5 5 10 5 5-7 10-7 5 6 10 6 5-3 10-3 5 2 10 2"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
      />
    </svg>
    <h2 id="incidents-title">No incidents</h2>
    <p>
      At no time did the surprise stay above the threshold of ${result.budget.thresholdSurprise.toFixed(2)}. The timeline shows
      how close it came.
    </p>
  </section>`;
}
