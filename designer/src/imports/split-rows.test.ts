import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { splitCsvRows, splitLines } from './split-rows.ts';

const texts = (text: string, delimiter = ',') => [...splitCsvRows(text, delimiter)].map((row) => row.text);

describe('the rows of a CSV text', () => {
  it('end at line breaks of any kind', () => {
    expect(texts('a,b\nc,d\r\ne,f\rg,h')).toEqual(['a,b', 'c,d', 'e,f', 'g,h']);
  });

  it('keep line breaks inside quotes, and count their lines', () => {
    const rows = [...splitCsvRows('h1,h2\n1,"two\nlines"\n2,x\n', ',')];
    expect(rows.map(({ text, line }) => [line, text])).toEqual([
      [1, 'h1,h2'],
      [2, '1,"two\nlines"'],
      [4, '2,x'],
    ]);
  });

  it('keep doubled quotes inside quotes', () => {
    expect(texts('"say ""hi""\nthere",2\nnext')).toEqual(['"say ""hi""\nthere",2', 'next']);
  });

  it('treat a quote in the middle of a field as a letter', () => {
    expect(texts('5" pipe,x\nnext,y')).toEqual(['5" pipe,x', 'next,y']);
  });

  it('open a quoted field after the delimiter that is in use', () => {
    expect(texts('a;"b\nc"\nd;e', ';')).toEqual(['a;"b\nc"', 'd;e']);
  });

  it('leave blank lines out but count them', () => {
    const rows = [...splitCsvRows('a\n\n  \nb\n', ',')];
    expect(rows.map(({ text, line }) => [line, text])).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
  });

  it('lose one line only to a quote that never closes', () => {
    expect(texts('a,b\n"open,1\n2,3\n4,5')).toEqual(['a,b', '"open,1', '2,3', '4,5']);
  });

  it('end where they end in the file, so that progress adds up', () => {
    const text = 'a\r\nb\r\n';
    expect([...splitCsvRows(text, ',')].map(({ end }) => end)).toEqual([3, 6]);
  });

  it('are those that a full CSV parser finds', () => {
    const pieces = ['a', '"b,\n""c"', 'd e', '', '"f\r\ng"', "h'", '"1""2"'];
    for (let seed = 1; seed <= 200; seed += 1) {
      let state = seed;
      const next = (limit: number) => {
        state = (state * 48_271) % 2_147_483_647;
        return state % limit;
      };
      const rows = Array.from({ length: 1 + next(6) }, () =>
        Array.from({ length: 2 + next(3) }, () => pieces[next(pieces.length)]).join(','),
      );
      const text = rows.join('\n');
      const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
      const split = texts(text).map((row) => Papa.parse<string[]>(row, { delimiter: ',', newline: '\n' }).data[0]);
      expect(split).toEqual(parsed);
    }
  });
});

describe('the rows of newline-delimited JSON', () => {
  it('are the lines that are not blank', () => {
    expect([...splitLines('{"a":1}\r\n\n{"b":2}')]).toEqual([
      { text: '{"a":1}', line: 1, end: 9 },
      { text: '{"b":2}', line: 3, end: 17 },
    ]);
  });
});
