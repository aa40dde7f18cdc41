import { expect, it } from 'vitest';
import { coloured, renderTable } from './table.ts';

const columns = [{ heading: 'N', align: 'right' }, { heading: 'NAME' }, { heading: 'WHAT' }] as const;

it('aligns columns and leaves no space at the ends of lines', () => {
  const table = renderTable(columns, [
    ['1', 'a', 'first'],
    ['200', 'longer', ''],
  ]);
  expect(table).toBe('  N  NAME    WHAT\n  1  a       first\n200  longer');
});

it('keeps a row on one line whatever is in it', () => {
  expect(renderTable(columns, [['1', 'a\nb\tc', '\u001B[31mred']]).split('\n')).toHaveLength(2);
  expect(renderTable(columns, [['1', 'a', '\u001B[31mred']])).not.toContain('\u001B');
});

it('paints cells without moving them', () => {
  const paint = (text: string, row: number, column: number): string => coloured(text, 'red', row === 0 && column === 1);
  expect(renderTable(columns, [['1', 'a', 'x']], paint)).toBe('N  NAME  WHAT\n1  \u001B[31ma   \u001B[0m  x');
});
