import type { EvaluationResult } from '@vigil/evaluation';
import { renderTable } from './table.ts';

type Sounds = NonNullable<EvaluationResult['sounds']>;

/** What a terminal shows of an evaluation of sounds: figures by kind, and what was heard by label. */
export function soundsSummary(result: EvaluationResult, sounds: Sounds): string[] {
  const { expectedClips, foundClips, falseClips } = sounds;
  const speed = result.timesRealTime === null ? '' : `, ${result.timesRealTime.toFixed(1)} × real time`;
  return [
    `${result.name}: ${result.testClips} clips listened to${speed}`,
    `${foundClips} of ${expectedClips} clips with a sound to be found heard right; something false heard in ${falseClips} clips`,
    '',
    kindsTable(result),
    '',
    labelsTable(sounds),
  ];
}

function kindsTable({ perKind }: EvaluationResult): string {
  const ratio = (value: number | null): string => (value === null ? '—' : value.toFixed(3));
  const rows = Object.entries(perKind).map(([kind, score]) => [
    kind,
    ratio(score.precision),
    ratio(score.recall),
    ratio(score.f1),
    String(score.truePositives),
    String(score.falseNegatives),
    String(score.falsePositives),
  ]);
  return table(['KIND', 'PRECISION', 'RECALL', 'F1', 'FOUND', 'MISSED', 'FALSE'], rows);
}

/** Counts of clips by label and kind; `!` marks what is false, parentheses what is neither right nor false. */
function labelsTable({ byLabel }: Sounds): string {
  const kinds = [...new Set(byLabel.flatMap(({ heard }) => Object.keys(heard)))].toSorted();
  const rows = byLabel.map((row) => {
    const heard = Object.entries(row.heard);
    const cells = kinds.map((kind) => {
      const count = heard.find(([name]) => name === kind)?.[1];
      if (count === undefined) return '';
      const isOneOf = (names: readonly string[]): boolean => names.includes(kind);
      if (row.reason === null || isOneOf(row.right)) return String(count);
      return isOneOf(row.fair) ? `(${count})` : `${count}!`;
    });
    return [row.label, String(row.clips), row.expected ?? '—', ...cells];
  });
  return table(['LABEL', 'CLIPS', 'TO BE FOUND', ...kinds], rows);
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = headings.map((heading, index) => ({ heading, align: index === 0 ? ('left' as const) : ('right' as const) }));
  return renderTable(columns, rows);
}
