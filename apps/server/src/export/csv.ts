/** A cell of a table; null is empty. */
export type Cell = string | number | boolean | null;

/** Signs with which spreadsheets let a formula begin, also in their wide forms, and blanks that may stand before them. */
const formulaStart = /^[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;

/**
 * A line of a table (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises under
 * "CSV injection": texts come from people and files that nobody trusts.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
