import { type Html, html } from '@vigil/report';

const meanings: readonly (readonly [string, string])[] = [
  [
    'Micro frame AUC',
    'the chance that an anomalous frame scores higher than a normal one, over the frames of all clips together',
  ],
  ['Macro frame AUC', 'the same within each clip that has both, averaged over clips'],
  ['Equal error rate', 'the error rate at the threshold where misses and false positives are equally frequent'],
  ['Average precision', 'the mean precision over all recalls, in steps'],
  ['Control', 'a score that sees no picture; what it reaches the data set gives away by itself'],
];

/** The dialog behind `?`: what each figure means. */
export function helpDialog(): Html {
  return html`<dialog id="help" class="help" aria-labelledby="help-title">
    <h2 id="help-title">What the figures mean</h2>
    <dl class="keys">
      ${meanings.map(
        ([name, meaning]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
    <form method="dialog"><button class="quiet-button" autofocus>Close</button></form>
  </dialog>`;
}
