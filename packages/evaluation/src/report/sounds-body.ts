import { countOf, formatDuration, type Html, html, scoreStrip } from '@vigil/report';
import type { ClipEvaluation, EvaluationResult } from '../evaluation-result.ts';
import type { SoundEvaluation } from '../sounds/sound-figures.ts';
import { figureItem } from './figure-text.ts';
import { heardSection } from './heard-table.ts';
import { kindsSection } from './kinds-table.ts';
import { labelInWords } from './label-in-words.ts';

/** Levels at the bottom and the top of a clip's strip, dBFS. */
const levelRange = [-90, 0] as const;

/** Head of the page of a data set of sounds: what was found, and how fast. */
export function soundsSummary(result: EvaluationResult, sounds: SoundEvaluation): Html {
  const { expectedClips, foundClips, falseClips } = sounds;
  return html`<section class="report-header" aria-label="Summary">
      <h1>${result.name}</h1>
      <p class="verdict">
        ${foundClips} of ${countOf(expectedClips, 'clip')} with a sound to be found were heard right; something false was heard in
        ${falseClips} of ${countOf(result.testClips, 'clip')}.
      </p>
      <p class="verdict-note">Each clip was listened to by itself, without a profile of what is normal.</p>
    </section>
    <section class="panel" aria-label="Figures">
      <dl class="figures is-wide">
        ${figureItem('Heard right', expectedClips === 0 ? null : (100 * foundClips) / expectedClips, 1, '%')}
        ${figureItem('Clips with something false', falseClips, 0)} ${figureItem('Speed', result.timesRealTime, 1, '× real time')}
      </dl>
    </section>`;
}

/** Figures by kind and by label, and every clip's level over time with what was heard in it. */
export function soundsSections(result: EvaluationResult, sounds: SoundEvaluation): Html {
  return html`${kindsSection(result)}${heardSection(sounds)}${levelsSection(result.perClip)}`;
}

function levelsSection(clips: readonly ClipEvaluation[]): Html {
  return html`<section class="panel" aria-labelledby="clips-title">
    <h2 id="clips-title">Clips</h2>
    <p class="legend">
      <span class="key-score">level, ${levelRange[0]} to ${levelRange[1]} dBFS</span>
      <span class="key-alarm">event</span>
    </p>
    <div class="clips">${clips.map(levelStrip)}</div>
  </section>`;
}

function levelStrip(clip: ClipEvaluation): Html {
  return html`<article class="clip-strip">
    <header>
      <h3>${clip.name ?? clip.file}</h3>
      <p>${clip.label !== null && `${clip.label} · `}${heardInWords(clip)} · ${formatDuration(clip.durationSeconds)}</p>
    </header>
    ${scoreStrip({
      startSeconds: Math.min(0, clip.seconds[0] ?? 0),
      endSeconds: Math.max(clip.durationSeconds, clip.seconds.at(-1) ?? 0),
      seconds: clip.seconds,
      scores: clip.scores,
      range: levelRange,
      labelled: [],
      alarms: clip.alarms,
      description: `Level of ${clip.name ?? clip.file}: ${countOf(clip.alarms.length, 'event')}.`,
    })}
  </article>`;
}

function heardInWords({ predicted }: ClipEvaluation): string {
  return (predicted ?? 'nothing').split(', ').map(labelInWords).join(', ');
}
