import type { Evidence, ModalityState } from '@vigil/contracts';
import { describeRarity, formatNumber, formatPValue, formatShare } from '../format/number.ts';
import { formatMediaTime } from '../format/time.ts';
import { fieldInWords, modalityName, stateName } from '../format/words.ts';
import { shareBar } from '../charts/share-bar.ts';
import { type Html, html } from '../page-shell/html.ts';
import { type NormalMomentPicture, pictureAddress } from './report-media.ts';

/** What one modality says about an incident: words, p-value, share of the score, nearest normal moments, measured values. */
export function evidenceItem(evidence: Evidence, pictures: readonly NormalMomentPicture[]): Html {
  const name = modalityName(evidence.modality);
  return html`<li class="evidence is-${evidence.state}">
    <div class="evidence-head">
      <h4 class="lane-${evidence.modality}">${name}</h4>
      ${stateChip(evidence.state)}${evidence.state === 'used' && shareOfScore(name, evidence.share)}
    </div>
    <p class="evidence-words">${evidence.summary}</p>
    ${
      evidence.pValue !== null &&
      html`<p class="evidence-facts">
        <span><i>p</i> = ${formatPValue(evidence.pValue)}</span>
        <span>${describeRarity(evidence.pValue)}</span
        >${evidence.peakSeconds !== null && html` <span>strongest at <a href="#timeline-lanes" data-time="${evidence.peakSeconds}">${formatMediaTime(evidence.peakSeconds)}</a></span>`}
      </p>`
    }
    ${evidence.nearestNormal.length > 0 && nearestNormal(evidence, pictures)} ${measuredValues(evidence)}
  </li>`;
}

/** A modality's state as a small chip; its words carry the meaning, its colour only helps. */
export function stateChip(state: ModalityState): Html {
  return html`<span class="state-chip is-${state}">${stateName(state)}</span>`;
}

function shareOfScore(name: string, share: number): Html {
  const label = `${name} makes ${formatShare(share)} of the score`;
  return html`<span class="share">${shareBar(share, label)}<span aria-hidden="true">${formatShare(share)}</span></span>`;
}

function nearestNormal(evidence: Evidence, pictures: readonly NormalMomentPicture[]): Html {
  return html`<div class="normal-moments">
    <h5>Nearest normal moments</h5>
    <ul>
      ${evidence.nearestNormal.map((moment) => {
        const picture = pictures.find(({ source, seconds }) => source === moment.source && seconds === moment.seconds);
        return html`<li>
          ${picture !== undefined && html`<img src="${pictureAddress(picture.pictureDataUrl)}" alt="Normal moment at ${formatMediaTime(moment.seconds)} in ${moment.source}" loading="lazy" />`}<span
            ><span class="moment-source">${moment.source}</span> at ${formatMediaTime(moment.seconds)}, distance
            ${formatNumber(moment.distance)}</span
          >
        </li>`;
      })}
    </ul>
  </div>`;
}

function measuredValues(evidence: Evidence): Html | false {
  const entries = Object.entries(evidence.details);
  return (
    entries.length > 0 &&
    html`<details class="measured">
      <summary>Measured values</summary>
      <dl>
        ${entries.map(
          ([name, value]) =>
            html`<div>
              <dt>${fieldInWords(name)}</dt>
              <dd>${typeof value === 'number' ? formatNumber(value) : String(value)}</dd>
            </div>`,
        )}
      </dl>
    </details>`
  );
}
