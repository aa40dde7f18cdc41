import type { AnalysisResult, Incident } from '@vigil/contracts';
import { formatCount, formatSize } from '../format/number.ts';
import { formatDuration } from '../format/time.ts';
import { countOf, severityName } from '../format/words.ts';
import { type Html, html } from '../page-shell/html.ts';
import { footageSeconds, verdictSentence } from './verdict.ts';

const severities: readonly Incident['severity'][] = ['critical', 'warning', 'info'];

/** Head of the page: the file, the verdict, how many incidents of each severity, facts of the footage. */
export function reportHeader(result: AnalysisResult): Html {
  const { source } = result;
  const rate = source.framesPerSecond === null ? null : `${Number(source.framesPerSecond.toFixed(2))} frames/s`;
  const facts: readonly (readonly [string, string])[] = [
    ['Length', formatDuration(footageSeconds(result))],
    ['Picture', [`${source.width} × ${source.height}`, rate].filter((fact) => fact !== null).join(' · ')],
    ['Coding', `${source.codec} · ${formatSize(source.sizeBytes)}`],
    ['Sound', source.hasAudio ? 'has a sound track' : 'no sound track'],
    ['Analysed', `${countOf(result.analysedFrames, 'frame')} · ${formatDuration(result.analysedSeconds)}`],
  ];
  return html`<section class="report-header" aria-label="Summary">
    <h1>${fileName(source.file)}</h1>
    ${fileName(source.file) !== source.file && html`<p class="file-path">${source.file}</p>`}
    <p class="verdict">${verdictSentence(result)}</p>
    ${result.baseline === 'self' && html`<p class="verdict-note">No profile of normal footage was given, so the video was compared with itself: what happens often in it counts as normal.</p>`}
    ${result.incidents.length > 0 && severityTally(result.incidents)}
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function severityTally(incidents: readonly Incident[]): Html {
  return html`<ul class="tally" aria-label="Incidents by severity">
    ${severities.map((severity) => {
      const count = incidents.filter((incident) => incident.severity === severity).length;
      return html`<li class="severity-${severity}${count === 0 && ' is-none'}">
        <b>${formatCount(count)}</b> ${severityName(severity, count)}
      </li>`;
    })}
  </ul>`;
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
