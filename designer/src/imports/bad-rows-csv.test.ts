import { expect, it } from 'vitest';
import { badRowsCsv } from './bad-rows-csv.ts';
import { timeLeftMs } from './run-import.ts';

it('lists bad rows with quoting, and defuses formulas', () => {
  const text = badRowsCsv(
    [
      { line: 3, column: 'opened_at', reason: 'No date, "x"' },
      { line: 9, column: null, reason: '=HYPERLINK("http://x")' },
    ],
    ['Line', 'Column', 'Reason'],
  );
  expect(text.split('\r\n')).toEqual([
    'Line,Column,Reason',
    '3,opened_at,"No date, ""x"""',
    '9,,"\'=HYPERLINK(""http://x"")"',
  ]);
});

it('tells the time left by the pace so far', () => {
  expect(timeLeftMs(10_000, 0.25)).toBe(30_000);
  expect(timeLeftMs(10_000, 1)).toBe(0);
  expect(timeLeftMs(10_000, 0)).toBeNull();
});
