import type { Incident } from '@vigil/contracts';
import { formatMediaTime } from './duration.ts';
import { coloured, renderTable, type Colour } from './table.ts';

const severityColours: Readonly<Record<Incident['severity'], Colour>> = { critical: 'red', warning: 'yellow', info: 'blue' };
const severityColumn = 2;

/**
 * The incidents as a table: when, how long, how severe, what.
 *
 * @param remarks A last column, one text an incident.
 */
export function incidentTable(incidents: readonly Incident[], colour: boolean, remarks?: readonly string[]): string {
  const columns = [
    { heading: 'START', align: 'right' },
    { heading: 'END', align: 'right' },
    { heading: 'SEVERITY' },
    { heading: 'KINDS' },
    { heading: 'WHAT' },
    ...(remarks === undefined ? [] : [{ heading: 'PLANTED EVENT' }]),
  ] as const;
  const rows = incidents.map((incident, index) => [
    formatMediaTime(incident.startSeconds),
    formatMediaTime(incident.endSeconds),
    incident.severity,
    incident.kinds.join(', '),
    incident.title,
    ...(remarks === undefined ? [] : [remarks[index]]),
  ]);
  return renderTable(columns, rows, (text, row, column) =>
    column === severityColumn ? coloured(text, severityColours[incidents[row].severity], colour) : text,
  );
}
