import { expect, it } from 'vitest';
import { frameHead, frameTail, spliceFrame } from './live-frame.ts';

/** The text of an unmasked text frame, read by RFC 6455, 5.2. */
function textOf(frame: Buffer): string {
  expect(frame[0]).toBe(0x81);
  const short = frame[1] ?? 0;
  const [length, start] =
    short < 126 ? [short, 2] : short === 126 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10];
  expect(frame).toHaveLength(start + length);
  return frame.toString('utf8', start);
}

it.each([0, 20, 200, 65_000, 70_000])(
  'a message of %i characters and more arrives whole, under its own id',
  (length) => {
    const data = { text: 'é'.repeat(length) };
    const tail = frameTail({ data }, (error) => error);
    for (const id of ['1', 'an "odd" id ✓']) {
      const message = textOf(Buffer.from(spliceFrame(frameHead(id), tail), 'latin1'));
      expect(JSON.parse(message)).toEqual({ id, type: 'next', payload: { data } });
    }
  },
);
