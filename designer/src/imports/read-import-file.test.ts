import { describe, expect, it } from 'vitest';
import { decodeText, parseImportText } from './read-import-file.ts';

describe('a file to import', () => {
  it('is CSV with its columns and first rows', () => {
    const read = parseImportText('a.csv', 'Subject,Text\nHello,"two\nlines"\n\nBye,x\n');
    expect(read).toMatchObject({
      ok: true,
      file: {
        format: 'CSV',
        delimiter: ',',
        columns: ['Subject', 'Text'],
        rows: [
          ['Hello', 'two\nlines'],
          ['Bye', 'x'],
        ],
      },
    });
  });

  it('may use another delimiter', () => {
    expect(parseImportText('a.csv', 'Subject;Text\nHello;a,b\n')).toMatchObject({ file: { delimiter: ';' } });
  });

  it('is newline-delimited JSON when it starts with an object; columns are the keys of the first rows', () => {
    const read = parseImportText('a.ndjson', '{"number":"1","events":[]}\n{"number":"2","note":null}\n');
    expect(read).toMatchObject({
      ok: true,
      file: {
        format: 'NDJSON',
        columns: ['number', 'events', 'note'],
        rows: [
          ['1', '[]', ''],
          ['2', '', ''],
        ],
      },
    });
  });

  it('is refused with a reason when nothing can be read from it', () => {
    const problemOf = (text: string) => {
      const read = parseImportText('x', text);
      return read.ok ? null : read.problem;
    };
    expect(problemOf('  \n')).toBe('empty');
    expect(problemOf('Subject,Text\n')).toBe('noRows');
    expect(problemOf('Subject,,Text\n1,2,3')).toBe('unnamedColumns');
    expect(problemOf('Subject,Subject\n1,2')).toBe('unnamedColumns');
    expect(problemOf('{"a":1}\n{"a":')).toBe('notJson');
  });

  it('loses its byte order mark, and is read as Windows-1252 when it is not UTF-8', () => {
    const bytes = (...values: number[]) => new Uint8Array(values).buffer;
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a');
    expect(decodeText(bytes(0x63, 0x61, 0x66, 0xe9))).toBe('café');
  });
});
