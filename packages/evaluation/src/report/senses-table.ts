import { countOf, type Html, html, modalityName, shareBar } from '@vigil/report';
import type { Modality } from '@vigil/contracts';
import type { EvaluationResult } from '../evaluation-result.ts';
import { figureText, numberCell } from './figure-text.ts';

interface Row {
  readonly name: string;
  readonly microAuc: number | null;
  readonly macroAuc: number | null;
  readonly isControl: boolean;
  readonly leftOutFrames: number;
}

/** AUC of all senses together, of each alone, and of the controls that see no picture. */
export function sensesSection(result: EvaluationResult): Html | false {
  const control = { macroAuc: null, isControl: true, leftOutFrames: 0 } as const;
  const rows: Row[] = [
    { name: 'All senses together', microAuc: result.microAuc, macroAuc: result.macroAuc, isControl: false, leftOutFrames: 0 },
    ...Object.entries(result.perModality).map(([modality, areas]) => ({
      name: modalityName(modality as Modality),
      ...areas,
      isControl: false,
    })),
    { name: 'Control: frame number within the clip', microAuc: result.controls.frameIndex, ...control },
    { name: 'Control: number of moving blobs', microAuc: result.controls.blobCount, ...control },
  ];
  const leavesOut = rows.some(({ leftOutFrames }) => leftOutFrames > 0);
  if (rows.every((row) => row.microAuc === null)) return false;
  return html`<section class="panel" aria-labelledby="senses-title">
    <h2 id="senses-title">What each sense contributes</h2>
    <div class="table-scroll">
      <table class="measures">
        <thead>
          <tr>
            <th scope="col">Frame AUC of</th>
            <th scope="col" class="number">micro</th>
            <th scope="col" class="number">macro</th>
            <th scope="col" class="bar-column"><span class="visually-hidden">micro as a bar</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(tableRow)}
        </tbody>
      </table>
    </div>
    <p class="note">
      The controls see no picture: they show how much the order of the frames and the mere amount of motion give away. 0.5 is
      chance.
    </p>
    ${
      leavesOut &&
      html`<p class="note">
        While the camera is at fault the senses that look at the picture say nothing: their figures leave those frames out. The
        score of all senses together is then what the camera itself says.
      </p>`
    }
  </section>`;
}

function tableRow(row: Row): Html {
  return html`<tr class="${row.isControl && 'is-control'}">
    <th scope="row">
      ${row.name}${row.leftOutFrames > 0 && html` <small>${countOf(row.leftOutFrames, 'frame')} left out</small>`}
    </th>
    ${numberCell(row.microAuc, 4)}${row.isControl ? html`<td></td>` : numberCell(row.macroAuc, 4)}
    <td class="bar-column">${row.microAuc !== null && shareBar(row.microAuc, `${row.name}: ${figureText(row.microAuc, 4)}`)}</td>
  </tr>`;
}
