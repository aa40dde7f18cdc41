import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it('quotes what needs it, and nothing else', () => {
  expect(csvLine(['plain', 1.5, -2, true, null, 'a,b', 'say "x"', 'two\nlines', ' led'])).toBe(
    'plain,1.5,-2,true,,"a,b","say ""x""","two\nlines"," led"\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|cmd', '%0A', '＝1', '－1'])(
  'makes a formula of no text: %j',
  (text) => {
    const line = csvLine([text]);
    expect(line.replace(/^"/, '')[0]).toBe("'");
  },
);
