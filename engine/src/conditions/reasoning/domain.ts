import type { FactDefinition } from '../../facts/fact-catalogue.ts';
import { foldText } from '../../facts/fold-text.ts';
import { ANYTHING, type Cell, cellOf } from './cell.ts';
import { valuesRegion } from './region.ts';
import { type Spans, span } from './spans.ts';

/** The side of a cell that holds a value itself; `FROM_NOW` is an instant's distance from the current time. */
export const VALUE = 'value';
export const FROM_NOW = 'fromNow';

/** The sides of a change; a side that was or became missing is the value `NO_VALUE`. */
export const FROM = 'from';
export const TO = 'to';
export const NO_VALUE = '';

/** Longer ranges of whole numbers are taken as one stretch. */
const MOST_WHOLE_NUMBERS = 20;

/** Everything a fact may be: all options of a closed fact, the range of a number, and, save on some facts, missing. */
export function domainOfFact(definition: FactDefinition): Cell {
  const mayBeMissing = !definition.isAlwaysKnown;
  if (definition.fact === 'time.now') return cellOf(FROM_NOW, { type: 'spans', spans: [span(0, 0)] }, mayBeMissing);
  const values = closedValues(definition);
  if (values) return cellOf(VALUE, valuesRegion(values), mayBeMissing);
  const { range, isSettable } = definition;
  if (range) return cellOf(VALUE, { type: 'spans', spans: numbersOf(range, isSettable ?? false) }, mayBeMissing);
  return { ...ANYTHING, mayBeMissing };
}

/** Everything a change of a fact may be, no change included. */
export function domainOfChange(definition: FactDefinition): Cell {
  const values = closedValues(definition);
  if (!values) return ANYTHING;
  const side = valuesRegion([...values, NO_VALUE]);
  return {
    mayBeMissing: true,
    present: new Map([
      [FROM, side],
      [TO, side],
    ]),
  };
}

/** What can be set is a whole number; what is measured may lie between. */
function numbersOf({ least, most }: { readonly least: number; readonly most: number }, isWhole: boolean): Spans {
  if (!isWhole || most - least > MOST_WHOLE_NUMBERS) return [span(least, most)];
  return Array.from({ length: most - least + 1 }, (_, index) => span(least + index, least + index));
}

function closedValues({ type, options, isOpen }: FactDefinition): readonly (string | boolean)[] | null {
  if (type === 'boolean') return [true, false];
  // An id that is gone may still stand on a ticket, so references are open.
  if (type !== 'option' || isOpen || !options?.length) return null;
  return options.map(({ value }) => foldText(value));
}
