import { expect, it } from 'vitest';
import { type FilePart, fileParts, type PartLimits } from './file-parts.ts';

async function partsOf(text: string, limits: Partial<PartLimits>): Promise<FilePart[]> {
  async function* lines() {
    yield* text.split('\n');
  }
  const all = { format: 'csv', mostBytes: 20, keepTogether: null, ...limits } as const;
  const parts: FilePart[] = [];
  for await (const part of fileParts(lines(), all)) parts.push(part);
  return parts;
}

it('divides at whole rows, with the header in front and the line of the first row', async () => {
  const parts = await partsOf('a,b\n1,one\n2,two\n3,"over\ntwo"\n4,four', {});
  expect(parts).toEqual([
    { content: 'a,b\n1,one\n2,two', firstLine: 2, rowCount: 2, isLast: false },
    { content: 'a,b\n3,"over\ntwo"', firstLine: 4, rowCount: 1, isLast: false },
    { content: 'a,b\n4,four', firstLine: 6, rowCount: 1, isLast: true },
  ]);
});

it('keeps rows of one incident together', async () => {
  const parts = await partsOf('number,x\nA,1\nB,1\nB,2\nB,3', { mostBytes: 22, keepTogether: 'number' });
  expect(parts.map(({ content }) => content)).toEqual(['number,x\nA,1', 'number,x\nB,1\nB,2\nB,3']);
});

it('divides lines of JSON', async () => {
  const parts = await partsOf('{"a":1}\n{"a":2}\n{"a":3}', { format: 'ndjson' });
  expect(parts.map(({ content, firstLine, isLast }) => [content, firstLine, isLast])).toEqual([
    ['{"a":1}\n{"a":2}', 1, false],
    ['{"a":3}', 3, true],
  ]);
});

it('sends an empty file as one empty part, so that the import ends', async () => {
  expect(await partsOf('a,b', {})).toEqual([{ content: 'a,b', firstLine: 1, rowCount: 0, isLast: true }]);
});
