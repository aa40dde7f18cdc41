import { type Html, html } from '../page-shell/html.ts';

const analysisKeys: readonly (readonly [string, string])[] = [
  ['← →', 'previous and next incident'],
  ['+ −', 'zoom the timeline in and out'],
  ['0', 'show the whole video'],
  ['Shift ← →', 'move along the timeline'],
  ['B  T  M  P', 'boxes, tracks, motion, people’s bodies on every key frame'],
  ['?', 'this help'],
  ['Esc', 'close'],
];

/** The dialog behind `?`: the keys, and how to read surprise and p-values. */
export function helpDialog(): Html {
  return html`<dialog id="help" class="help" aria-labelledby="help-title">
    <h2 id="help-title">How to read this page</h2>
    <p>
      <b>Surprise</b> is −log₁₀ of the <i>p</i>-value: 3 means that one normal moment in a thousand looks at least as unusual. An
      incident opens where all senses together rise above the threshold that the alarm budget sets.
    </p>
    <p>Drag the timeline to move along it, scroll or pinch to zoom, click a band to go to its incident.</p>
    <dl class="keys">
      ${analysisKeys.map(
        ([keys, meaning]) =>
          html`<div>
            <dt>
              ${keys
                .split(' ')
                .filter((key) => key !== '')
                .map((key) => html`<kbd>${key}</kbd>`)}
            </dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
    <form method="dialog"><button class="quiet-button" autofocus>Close</button></form>
  </dialog>`;
}
