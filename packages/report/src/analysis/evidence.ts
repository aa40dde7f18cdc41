import { type Evidence, type ModalityState, ruleStrength, strengthInWords } from '@vigil/contracts';
import { describeRarity, formatNumber, formatPValue, formatShare } from '../format/number.ts';
import { formatMediaTime } from '../format/time.ts';
import { fieldInWords, modalityName, stateName } from '../format/words.ts';
import { shareBar } from '../charts/share-bar.ts';
import { type Html, html } from '../page-shell/html.ts';
import { type NormalMomentPicture, pictureAddress } from './report-media.ts';

/** Senses that make less of the score than this are folded away, so that what an incident rests on stands alone. */
const leastShownShare = 0.05;

/**
 * Why an incident was raised: the senses that it rests on, each with its words and figures; those that looked or listened and have little to say,
 * folded; and a line each for those that took no part.
 */
export function evidenceList(evidence: readonly Evidence[], pictures: readonly NormalMomentPicture[]): Html {
  const used = evidence.filter(({ state }) => state === 'used');
  const shown = used.filter(({ share }) => share >= leastShownShare);
  const loud = shown.length > 0 ? shown : used;
  const quiet = used.filter((item) => !loud.includes(item));
  const unused = evidence.filter(({ state }) => state !== 'used');
  return html`<ul class="evidence-list">
      ${loud.map((item) => usedItem(item, pictures))}
    </ul>
    ${
      quiet.length > 0 &&
      html`<details class="quiet-senses">
        <summary>Little to say: ${quiet.map(({ modality }) => modalityName(modality)).join(', ')}</summary>
        <ul>
          ${quiet.map((item) => usedItem(item, pictures))}
        </ul>
      </details>`
    }
    ${
      unused.length > 0 &&
      html`<ul class="unused-senses" aria-label="Senses that took no part">
        ${unused.map(({ modality, state, summary }) => html`<li class="is-${state}"><b class="lane-${modality}">${modalityName(modality)}</b> ${state === 'unavailable' && stateChip(state)} <span>${summary}</span></li>`)}
      </ul>`
    }`;
}

function usedItem(evidence: Evidence, pictures: readonly NormalMomentPicture[]): Html {
  const name = modalityName(evidence.modality);
  return html`<li class="evidence">
    <div class="evidence-head">
      <h4 class="lane-${evidence.modality}">${name}</h4>
      ${shareOfScore(name, evidence)}
    </div>
    <p class="evidence-words">${evidence.summary}</p>
    <p class="evidence-facts">${rarityFacts(evidence)}${strengthFact(evidence)}${peakFact(evidence)}</p>
    ${evidence.nearestNormal.length > 0 && nearestNormal(evidence, pictures)} ${measuredValues(evidence)}
  </li>`;
}

/** A rule asks for no rarity, and its p-value tells no more than how much normal footage there was: its strength speaks for it. */
function rarityFacts(evidence: Evidence): Html | false {
  const { pValue } = evidence;
  if (pValue === null || ruleStrength(evidence) !== null) return false;
  return html`<span><i>p</i> = ${formatPValue(pValue)}</span> <span>${describeRarity(pValue)}</span> `;
}

function strengthFact(evidence: Evidence): Html | false {
  const strength = ruleStrength(evidence);
  return strength !== null && html`<span>found by a rule, strength ${strengthInWords(strength)} its limit</span> `;
}

function peakFact({ peakSeconds }: Evidence): Html | false {
  return (
    peakSeconds !== null &&
    html`<span>strongest at <a href="#timeline-lanes" data-time="${peakSeconds}">${formatMediaTime(peakSeconds)}</a></span>`
  );
}

/** A modality's state as a small chip; its words carry the meaning, its colour only helps. */
export function stateChip(state: ModalityState): Html {
  return html`<span class="state-chip is-${state}">${stateName(state)}</span>`;
}

function shareOfScore(name: string, { modality, share }: Evidence): Html {
  const label = `${name} makes ${formatShare(share)} of the score`;
  return html`<span class="share lane-${modality}"
    >${shareBar(share, label)}<span aria-hidden="true">${formatShare(share)}</span></span
  >`;
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
  const entries = Object.entries(evidence.details).filter(([name]) => name !== 'strength');
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
