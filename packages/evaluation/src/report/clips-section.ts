import { formatDuration, type Html, html, scoreStrip } from '@vigil/report';
import type { ClipEvaluation, EvaluationResult } from '../evaluation-result.ts';

/** The score curve of every test clip, all to one scale, with ground truth shaded and alarms beneath. */
export function clipsSection(result: EvaluationResult): Html | false {
  if (result.perClip.length === 0) return false;
  const range = scoreRange(result.perClip);
  return html`<section class="panel" aria-labelledby="clips-title">
    <h2 id="clips-title">Clips</h2>
    <p class="legend">
      <span class="key-score">smoothed score, one scale for all clips</span>
      ${result.perClip.some(({ labelled }) => (labelled?.length ?? 0) > 0) && html`<span class="key-labelled">labelled anomalous</span>`}
      <span class="key-alarm">alarm at the budget’s threshold</span>
    </p>
    <div class="clips">${result.perClip.map((clip) => clipStrip(clip, range))}</div>
  </section>`;
}

function clipStrip(clip: ClipEvaluation, range: readonly [number, number]): Html {
  const startSeconds = Math.min(0, clip.seconds[0] ?? 0);
  return html`<article class="clip-strip">
    <header>
      <h3>${clip.name ?? clip.file}</h3>
      <p>${clipFacts(clip)}</p>
    </header>
    ${scoreStrip({
      startSeconds,
      endSeconds: Math.max(clip.durationSeconds, clip.seconds.at(-1) ?? 0),
      seconds: clip.seconds,
      scores: clip.scores,
      range,
      labelled: clip.labelled ?? [],
      alarms: clip.alarms,
      description: `Scores of ${clip.name ?? clip.file}: ${clip.labelled?.length ?? 0} labelled stretches, ${clip.alarms.length} alarms.`,
    })}
  </article>`;
}

function clipFacts(clip: ClipEvaluation): Html {
  const verdict = clip.label !== null && clip.predicted !== null && clip.label !== clip.predicted;
  return html`${clip.auc !== null && `AUC ${clip.auc.toFixed(4)} · `}${clip.label !== null && html`${clip.label}${verdict && html`, <span class="is-wrong">taken for ${clip.predicted}</span>`} · `}${formatDuration(clip.durationSeconds)}`;
}

function scoreRange(clips: readonly ClipEvaluation[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const score of clips.flatMap((clip) => clip.scores)) {
    if (!Number.isFinite(score)) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return low <= high ? [Math.min(0, low), high] : [0, 1];
}
