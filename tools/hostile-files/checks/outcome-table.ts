import type { CorpusEntry } from '../corpus-folder.ts';
import type { FileOutcome } from './file-outcome.ts';

const mebibyte = 1024 ** 2;

/** What happened to the files of every group, as lines of text. */
export function outcomeTable(entries: readonly CorpusEntry[], outcomes: readonly FileOutcome[]): string[] {
  const groups = [...new Set(entries.map(({ group }) => group))];
  const rows = groups.map((group) =>
    rowOf(
      group,
      outcomes.filter(({ index }) => entries[index].group === group),
    ),
  );
  const header = ['group', 'files', 'read', 'refused', 'killed', 'problems', 'longest', 'most memory'];
  const table = [header, ...rows, rowOf('all', outcomes)];
  const widths = header.map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
  );
}

/** Read: pictures came of it. Killed: at least one process of it died, stalled or went over its ceiling. */
function rowOf(name: string, outcomes: readonly FileOutcome[]): string[] {
  const jobs = outcomes.flatMap((outcome) => outcome.jobs);
  const isRead = (outcome: FileOutcome): boolean => outcome.jobs.some(({ job, code }) => job === 'frames' && code === null);
  const isKilled = (outcome: FileOutcome): boolean => outcome.jobs.some(({ code }) => code?.startsWith('media-process') === true);
  const read = outcomes.filter(isRead).length;
  const problems = outcomes.filter((outcome) => outcome.jobs.some((job) => job.problems.length > 0)).length;
  return [
    name,
    String(outcomes.length),
    String(read),
    String(outcomes.length - read),
    String(outcomes.filter(isKilled).length),
    String(problems),
    `${Math.max(0, ...jobs.map(({ seconds }) => seconds)).toFixed(1)} s`,
    `${Math.round(Math.max(0, ...jobs.map(({ peakResidentBytes }) => peakResidentBytes)) / mebibyte)} MiB`,
  ];
}
