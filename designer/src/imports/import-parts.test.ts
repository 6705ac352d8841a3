import { describe, expect, it } from 'vitest';
import { BYTES_PER_PART, importParts, ROWS_PER_PART } from './import-parts.ts';

const csv = (text: string) => [...importParts({ format: 'CSV', text, delimiter: ',' })];
const ndjson = (text: string) => [...importParts({ format: 'NDJSON', text, delimiter: ',' })];

describe('the parts of a file', () => {
  it('each start with the header, say their first line, and the last says so', () => {
    const rows = Array.from({ length: 1001 }, (_, index) => `${index},x`);
    const parts = csv(['id,name', ...rows].join('\n'));
    expect(parts.map(({ rowCount }) => rowCount)).toEqual([ROWS_PER_PART, ROWS_PER_PART, 1]);
    expect(parts.map(({ firstLine }) => firstLine)).toEqual([2, 502, 1002]);
    expect(parts.map(({ isLast }) => isLast)).toEqual([false, false, true]);
    for (const { content } of parts) expect(content.startsWith('id,name\n')).toBe(true);
    expect(parts[2]?.content).toBe('id,name\n1000,x\n');
  });

  it('count lines inside quotes and blank lines between rows', () => {
    const [part] = csv('id,text\n1,"a\nb"\n\n2,c\n');
    expect(part).toMatchObject({ content: 'id,text\n1,"a\nb"\n\n2,c\n', firstLine: 2, rowCount: 2 });
  });

  it('stay below the size limit, in bytes rather than letters', () => {
    const row = `1,${'é'.repeat(BYTES_PER_PART / 4)}`;
    const parts = csv(`id,text\n${row}\n${row}\n${row}`);
    expect(parts.map(({ rowCount }) => rowCount)).toEqual([1, 1, 1]);
  });

  it('go from the start of the file to its end', () => {
    const shares = csv(`id\n${Array.from({ length: 1200 }, (_, i) => `row ${i}`).join('\n')}`).map(
      (part) => part.doneShare,
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('do not divide the rows of one group', () => {
    const rows = Array.from({ length: 700 }, (_, index) => `"INC${Math.floor(index / 7)}",${index}`);
    const text = ['number,state', ...rows].join('\n');
    const parts = [...importParts({ format: 'CSV', text, delimiter: ',', groupColumn: 0 })];
    expect(parts.map(({ rowCount }) => rowCount)).toEqual([504, 196]);
  });

  it('have no header in newline-delimited JSON', () => {
    expect(ndjson('{"a":1}\n{"a":2}\n')).toEqual([
      { content: '{"a":1}\n{"a":2}\n', firstLine: 1, rowCount: 2, isLast: true, doneShare: 1 },
    ]);
  });

  it('are none where there are no rows', () => {
    expect(csv('')).toEqual([]);
    expect(csv('id,name\n')).toEqual([]);
    expect(ndjson('\n\n')).toEqual([]);
  });
});
