import type { EvaluationResult, EventDelays } from '@vigil/evaluation';
import { soundsSummary } from './sounds-summary.ts';
import { renderTable } from './table.ts';

const missing = '—';

/** What a terminal shows of an evaluation. A figure that the labels do not allow is a dash. */
export function evaluationSummary(result: EvaluationResult, reportPath: string | null): string {
  const labels = `Labels: ${result.labels.sha256.slice(0, 16)}`;
  const footer = [
    ...result.warnings.map((warning) => `- ${warning}`),
    labels,
    ...(reportPath === null ? [] : [`Report: ${reportPath}`]),
  ];
  if (result.sounds !== null) return [...soundsSummary(result, result.sounds), ...footer].join('\n');
  const { delay, controls } = result;
  const rows: (readonly [string, string])[] = [
    ['micro AUC', share(result.microAuc)],
    ['macro AUC', share(result.macroAuc)],
    ['smoothing, sigma', `${result.sigmaFrames} frames`],
    ['equal error rate', share(result.equalErrorRate)],
    ['average precision', share(result.averagePrecision)],
    ['control: frame index', share(controls.frameIndex)],
    ['control: blob count', share(controls.blobCount)],
    ['alarms an hour', number(result.alarmsPerHour)],
    ['false alarms an hour', number(result.falseAlarmsPerHour)],
    ['events found', delay === null ? missing : `${delay.detected} of ${delay.detected + delay.missed}`],
    ['median delay', delay?.medianSeconds == null ? missing : `${delay.medianSeconds.toFixed(1)} s`],
    ['frames a second', number(result.framesPerSecond)],
    ['× real time', number(result.timesRealTime)],
  ];
  const measured = Object.entries(result.perModality).filter(([, { microAuc, macroAuc }]) => (microAuc ?? macroAuc) !== null);
  const senses = measured.map(([name, areas]) => [name, share(areas.microAuc), share(areas.macroAuc)]);
  const kinds = Object.entries(result.perKind).map(([name, { precision, recall, f1 }]) => [
    name,
    share(precision),
    share(recall),
    share(f1),
  ]);
  return [
    `${result.name}: ${result.trainClips} clips to learn from, ${result.testClips} to test`,
    renderTable([{ heading: 'FIGURE' }, { heading: 'VALUE', align: 'right' }], rows),
    ...(senses.length === 0 ? [] : ['', table(['SENSE', 'MICRO AUC', 'MACRO AUC'], senses)]),
    ...(kinds.length === 0 ? [] : ['', table(['KIND', 'PRECISION', 'RECALL', 'F1'], kinds)]),
    ...eventTables(result),
    ...footer,
  ].join('\n');
}

/** Figures over whole clips: areas, delays, activities, and what simpler rules give. */
function eventTables({ clipAreas, hardNegatives, lyingDelay, comparisons, perActivity }: EvaluationResult): string[] {
  const areas = Object.entries(clipAreas).map(([label, { auc, low, high }]) => [
    label,
    share(auc),
    `${share(low)}–${share(high)}`,
  ]);
  const simpler = comparisons.map(({ name, score, area }) => [
    name,
    share(score.precision),
    share(score.recall),
    share(score.f1),
    share(area?.auc ?? null),
  ]);
  const activities = perActivity.map(({ activity, label, clips, right }) => [activity, label, `${right} of ${clips}`]);
  return [
    ...(areas.length === 0 ? [] : ['', table(['EVENT', 'AUC OVER CLIPS', '95 %'], areas)]),
    ...(simpler.length === 0 ? [] : ['', table(['SIMPLER RULE', 'PRECISION', 'RECALL', 'F1', 'AUC'], simpler)]),
    ...(activities.length === 0 ? [] : ['', table(['ACTIVITY', 'LABEL', 'RIGHT'], activities)]),
    ...(hardNegatives === null
      ? []
      : [`Hard negatives taken for an event: ${hardNegatives.falseAlarms} of ${hardNegatives.clips}`]),
    ...(lyingDelay === null ? [] : [delayLine(lyingDelay)]),
  ];
}

function delayLine({ limitSeconds, inTime, events, medianSeconds, longestSeconds }: EventDelays): string {
  const found = `Alarm within ${limitSeconds} s after the body is down: ${inTime} of ${events}`;
  if (medianSeconds === null || longestSeconds === null) return found;
  return `${found} (median ${medianSeconds.toFixed(1)} s, longest ${longestSeconds.toFixed(1)} s)`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = headings.map((heading, index) => ({ heading, align: index === 0 ? ('left' as const) : ('right' as const) }));
  return renderTable(columns, rows);
}

function share(value: number | null): string {
  return value === null ? missing : value.toFixed(4);
}

function number(value: number | null): string {
  return value === null ? missing : value.toFixed(1);
}
