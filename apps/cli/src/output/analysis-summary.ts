import type { AnalysisResult } from '@vigil/contracts';
import { formatClock } from './duration.ts';
import { incidentTable } from './incident-table.ts';
import { printable } from './printable.ts';

/**
 * What a terminal shows of an analysis: the verdict, the incidents, what to keep in mind, and where the report is.
 *
 * @param remarks A last column of the table, one text an incident.
 */
export function analysisSummary(
  result: AnalysisResult,
  reportPath: string | null,
  colour: boolean,
  remarks?: readonly string[],
): string {
  const { incidents, source } = result;
  const count = incidents.length === 0 ? 'no incident' : incidents.length === 1 ? '1 incident' : `${incidents.length} incidents`;
  const unavailable = result.modalities.flatMap(({ modality, state, reason }) =>
    state === 'unavailable' ? [`${modality} is unavailable: ${reason ?? 'no reason was given'}`] : [],
  );
  const truncation = source.truncated ? ['the file was cut short: it was analysed up to its end'] : [];
  return [
    `${printable(source.file)}: ${count} in ${formatClock(result.analysedSeconds)} (${baselineWords(result)})`,
    ...(incidents.length > 0 ? [incidentTable(incidents, colour, remarks)] : []),
    ...[result.budget.summary, ...unavailable, ...truncation, ...result.warnings].map((line) => `- ${printable(line)}`),
    ...(reportPath === null ? [] : [`Report: ${printable(reportPath)}`]),
  ].join('\n');
}

function baselineWords({ profile }: AnalysisResult): string {
  return profile === null ? 'without a profile: compared with itself' : `profile ${profile.name}, version ${profile.version}`;
}
