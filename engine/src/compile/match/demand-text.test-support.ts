import type { Operator } from '../../conditions/operators.ts';
import { demandOf } from './demand.ts';
import { type LiteralReading, readLiteral, type TextPart } from './literal-reading.ts';

/** What a comparison of the fact `f` is read as. */
export function readingOf(op: Operator, value?: unknown, isNegated = false): LiteralReading {
  return readLiteral({ comparison: { fact: 'f', op, value }, isNegated, isOfEvent: false });
}

const MARKS = { anywhere: '*', start: '^', end: '$' } as const;

function partText(part: TextPart | string): string {
  return typeof part === 'string' ? part : MARKS[part.place] + part.text;
}

function sign(isAccepted: boolean | undefined): string {
  return isAccepted ? '+' : '-';
}

/**
 * What readings of one dimension demand together, `+` where a value is accepted: missing, true and false; numbers, below,
 * at and above points; texts other than those that fare the other way, and by parts; lists likewise. Behind `?` the
 * operators of those that are open.
 */
export function demandText(...readings: readonly LiteralReading[]): string {
  const { demand, open } = demandOf(readings);
  const { missing, yes, no, points, numbers, text, list } = demand;
  if (numbers.length !== 2 * points.length + 1) return 'not a class each';
  const classes = points.map((point, at) => ` ${point}${sign(numbers[2 * at + 1])} ${sign(numbers[2 * at + 2])}`);
  const ofParts = ({ other, exceptions, anyOf, noneOf }: typeof text | typeof list) =>
    [
      sign(other),
      ...(exceptions.length > 0 ? [`not ${exceptions.join()}`] : []),
      ...(anyOf ? [`if ${anyOf.map(partText).join() || 'nothing'}`] : []),
      ...(noneOf.length > 0 ? [`unless ${noneOf.map(partText).join()}`] : []),
    ].join(' ');
  const opened = open.length > 0 ? ` ? ${open.map((one) => one.literal.comparison.op).join()}` : '';
  const plain = sign(missing) + sign(yes) + sign(no);
  return `${plain} | ${sign(numbers[0])}${classes.join('')} | ${ofParts(text)} | ${ofParts(list)}${opened}`;
}
