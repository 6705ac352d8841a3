import { expect, it } from 'vitest';
import { parseInstant } from './parse-instant.ts';
import { readCsv } from './read-csv.ts';

it('reads quoted cells over several lines, and counts lines as an editor does', () => {
  const { columns, rows } = readCsv('a,b\n1,"two\nlines, ""quoted"""\n\n3,4\n');
  expect(columns).toEqual(['a', 'b']);
  expect(rows).toEqual([
    { line: 2, values: { a: '1', b: 'two\nlines, "quoted"' } },
    { line: 5, values: { a: '3', b: '4' } },
  ]);
});

it('tells rows of another width and keeps the others', () => {
  const { rows } = readCsv('a,b\n1\n2,3\n4,5,6\n');
  expect(rows.map((row) => [row.line, 'values' in row])).toEqual([
    [2, false],
    [3, true],
    [4, false],
  ]);
});

it('loses only the line on which a quote opens and never closes', () => {
  const { rows } = readCsv('a,b\n1,2\n3,"4\n5,6\n7,8\n');
  expect(rows.map((row) => ('values' in row ? [row.line, row.values] : [row.line, 'reason']))).toEqual([
    [2, { a: '1', b: '2' }],
    [3, 'reason'],
    [4, { a: '5', b: '6' }],
    [5, { a: '7', b: '8' }],
  ]);
});

it('takes a byte order mark, carriage returns, semicolons and tabs', () => {
  expect(readCsv('\uFEFFa;b\r\n1;2\r\n').rows).toEqual([{ line: 2, values: { a: '1', b: '2' } }]);
  expect(readCsv('a\tb\n1\t2').rows).toEqual([{ line: 2, values: { a: '1', b: '2' } }]);
});

it('reads an empty text as no rows', () => {
  expect(readCsv('')).toEqual({ columns: [], rows: [] });
  expect(readCsv('a,b')).toEqual({ columns: ['a', 'b'], rows: [] });
});

it.each([
  ['2016-02-29T09:08:00Z', Date.UTC(2016, 1, 29, 9, 8)],
  ['2016-02-29 09:08', Date.UTC(2016, 1, 29, 9, 8)],
  ['2016-02-29T09:08:00+07:00', Date.UTC(2016, 1, 29, 2, 8)],
  ['2016-02-29', Date.UTC(2016, 1, 29)],
  ['29/2/2016 01:16', Date.UTC(2016, 1, 29, 1, 16)],
  ['30/2/2016 01:16', null],
  ['2016-02-30', null],
  ['soon', null],
])('reads %s as a time', (text, ms) => {
  expect(parseInstant(text)).toBe(ms);
});
