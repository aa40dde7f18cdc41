/** A column of a table. */
export interface Column {
  readonly heading: string;
  readonly align?: 'left' | 'right';
}

/** Code of a colour of ECMA-48 (SGR). */
const colourCodes = { red: 31, yellow: 33, blue: 34, bold: 1 } as const;

/** A colour that terminals have. */
export type Colour = keyof typeof colourCodes;

/** A text in a colour, or as it is where `allowed` is false. */
export function coloured(text: string, colour: Colour, allowed: boolean): string {
  return allowed ? `\u001B[${colourCodes[colour]}m${text}\u001B[0m` : text;
}

/**
 * Lays rows out in columns, two spaces apart, without space at the ends of lines.
 *
 * @param paint Colours a padded cell; the identity where absent.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: (text: string, row: number, column: number) => string = (text) => text,
): string {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\p{Cc}+/gu, ' ')));
  const widths = columns.map(({ heading }, index) => Math.max(heading.length, ...cells.map((row) => row[index].length)));
  const line = (row: readonly string[], at: number): string =>
    row
      .map((cell, index) => {
        const last = index === row.length - 1;
        const padded = columns[index].align === 'right' ? cell.padStart(widths[index]) : last ? cell : cell.padEnd(widths[index]);
        return at < 0 ? padded : paint(padded, at, index);
      })
      .join('  ')
      .trimEnd();
  const heading = columns.map((column) => column.heading);
  return [line(heading, -1), ...cells.map(line)].join('\n');
}
