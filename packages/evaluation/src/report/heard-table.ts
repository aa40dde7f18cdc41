import type { IncidentKind } from '@vigil/contracts';
import { type Html, html, kindName } from '@vigil/report';
import type { HeardByLabel, SoundEvaluation } from '../sounds/sound-figures.ts';

/** In how many clips of each label each kind was heard, and what is right there. */
export function heardSection({ byLabel }: SoundEvaluation): Html {
  const kinds = [...new Set(byLabel.flatMap(({ heard }) => Object.keys(heard) as IncidentKind[]))].toSorted();
  return html`<section class="panel" aria-labelledby="heard-title">
    <h2 id="heard-title">Heard by label</h2>
    <div class="table-scroll">
      <table class="measures confusion">
        <thead>
          <tr>
            <th scope="col">Clips labelled</th>
            <th scope="col" class="number">Clips</th>
            ${kinds.map((kind) => html`<th scope="col" class="number">${kindName(kind)}</th>`)}
            <th scope="col">To be found</th>
          </tr>
        </thead>
        <tbody>
          ${byLabel.map((row) => labelRow(row, kinds))}
        </tbody>
      </table>
    </div>
    <p class="note">
      A kind that is right in a clip counts as found, one that is neither right nor fair as false; where a sound may fairly be
      taken for another kind, that kind counts as neither.
    </p>
  </section>`;
}

function labelRow(row: HeardByLabel, kinds: readonly IncidentKind[]): Html {
  const { expected, reason } = row;
  return html`<tr>
    <th scope="row">${row.label}</th>
    <td class="number">${row.clips}</td>
    ${kinds.map((kind) => heardCell(row, kind))}
    <td class="reason">
      ${reason === null ? 'Nothing is known of this label: it does not count.' : html`${expected === null ? 'Nothing' : kindName(expected)}. ${reason}`}
    </td>
  </tr>`;
}

function heardCell({ heard, right, fair, reason }: HeardByLabel, kind: IncidentKind): Html {
  const count = heard[kind] ?? 0;
  const isRight = right.includes(kind);
  const isFalse = reason !== null && !isRight && !fair.includes(kind);
  return html`<td class="number${count > 0 && (isRight ? ' is-right' : isFalse && ' is-wrong')}">
    ${count === 0 ? '' : count}
  </td>`;
}
