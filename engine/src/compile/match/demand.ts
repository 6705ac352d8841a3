import type { LiteralReading, TextPart } from './literal-reading.ts';

/**
 * What a conjunction asks of one dimension. Each class of values is either accepted or refused; refused means that the
 * conjunction cannot hold. Of texts and lists it may further demand that one of some parts be found (`anyOf`; null: no
 * demand), and it is refused where one of others is (`noneOf`).
 */
export interface Demand {
  readonly missing: boolean;
  readonly yes: boolean;
  readonly no: boolean;
  /** Of the classes below, at and above `points`: 2n+1 of them, alternating between the stretches and the points. */
  readonly points: readonly number[];
  readonly numbers: readonly boolean[];
  readonly text: TextDemand<TextPart>;
  readonly list: TextDemand<string>;
}

export interface TextDemand<P> {
  /** Texts not in `exceptions`. Lists: all. */
  readonly other: boolean;
  /** Whole folded texts that fare the other way. */
  readonly exceptions: readonly string[];
  readonly anyOf: readonly P[] | null;
  readonly noneOf: readonly P[];
}

/** A demand, and the literals it does not decide for every value: they are to be verified. */
export interface ReadDemand {
  readonly demand: Demand;
  readonly open: readonly LiteralReading[];
}

/** The demand of literals of one dimension, of which all must hold. */
export function demandOf(readings: readonly LiteralReading[]): ReadDemand {
  const open = new Set<LiteralReading>();
  const areHeld = (given: readonly LiteralReading[], value: Parameters<LiteralReading['holds']>[0]) =>
    given.every((reading) => reading.holds(value));
  const ofNumbers = readings.filter(({ numbers }) => numbers !== null);
  for (const reading of readings) if (reading.numbers === null) open.add(reading);
  const points = [...new Set(ofNumbers.flatMap(({ numbers }) => numbers ?? []))].sort((a, b) => a - b);
  const text = textDemand(readings, open);
  return {
    demand: {
      missing: areHeld(readings, null),
      yes: areHeld(readings.filter(isDecidable), true),
      no: areHeld(readings.filter(isDecidable), false),
      points,
      numbers: classesOf(points).map((value) => areHeld(ofNumbers, value)),
      text,
      list: listDemand(readings, open),
    },
    open: [...open],
  };
}

/** False for equality with a value that is no fact's: nothing is known of it but that it does not hold for nothing. */
function isDecidable({ texts, numbers }: LiteralReading): boolean {
  return texts !== null || numbers !== null;
}

function textDemand(readings: readonly LiteralReading[], open: Set<LiteralReading>): TextDemand<TextPart> {
  const whole = readings.filter(({ texts }) => texts !== null);
  const texts = [...new Set(whole.flatMap((reading) => reading.texts ?? []))];
  let unnamed = '\uE000';
  while (texts.includes(unnamed)) unnamed += '\uE000';
  const other = whole.every(({ holds }) => holds(unnamed));
  const exceptions = texts.filter((text) => whole.every(({ holds }) => holds(text)) !== other);
  const inside = readings.filter((reading) => reading.texts === null);
  return { other, exceptions, ...partsOf(inside, (reading) => reading.inText, other, open) };
}

function listDemand(readings: readonly LiteralReading[], open: Set<LiteralReading>): TextDemand<string> {
  const inside = readings.filter((reading) => reading.inList !== null);
  const constant = readings.filter((reading) => reading.inList === null && isDecidable(reading));
  const other = constant.every(({ holds }) => holds(['\uE000']));
  return { other, exceptions: [], ...partsOf(inside, (reading) => reading.inList, other, open) };
}

/**
 * One demand for parts can be indexed beside any number of bans. Where other values are refused, finding parts must not
 * make them accepted, so then none is.
 */
function partsOf<P>(
  inside: readonly LiteralReading[],
  finding: (reading: LiteralReading) => { readonly parts: readonly P[]; readonly isWhole: boolean } | null,
  other: boolean,
  open: Set<LiteralReading>,
): Pick<TextDemand<P>, 'anyOf' | 'noneOf'> {
  let anyOf: readonly P[] | null = null;
  const noneOf: P[] = [];
  for (const reading of inside) {
    const found = finding(reading);
    if (!found) open.add(reading);
    else if (!reading.wantsFound) {
      if (found.isWhole) noneOf.push(...found.parts);
      else open.add(reading);
    } else if (other && anyOf === null) {
      anyOf = found.parts;
      if (!found.isWhole) open.add(reading);
    } else open.add(reading);
  }
  return { anyOf, noneOf };
}

/** A value of each class: below the first point, at it, between it and the next, and so on. */
function classesOf(points: readonly number[]): readonly number[] {
  const classes = [Number.NEGATIVE_INFINITY];
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    classes.push(point, next === undefined ? Number.POSITIVE_INFINITY : between(point, next));
  }
  return classes;
}

function between(low: number, high: number): number {
  return Math.max(low, -Number.MAX_VALUE) / 2 + Math.min(high, Number.MAX_VALUE) / 2;
}
