import {
  ANYTHING,
  type Cell,
  cellOf,
  intersectCells,
  isSameCell,
  MISSING,
  THERE,
} from '../conditions/reasoning/cell.ts';
import { changeKey } from '../conditions/reasoning/comparison-cells.ts';
import { FROM, NO_VALUE, TO, VALUE } from '../conditions/reasoning/domain.ts';
import {
  both,
  type Conjunction,
  changedFact,
  changeOf,
  type FactLookup,
  forget,
  type Knowledge,
  NOTHING_KNOWN,
} from '../conditions/reasoning/knowledge.ts';
import { elementsRegion, intersectRegion, type Region, valuesRegion } from '../conditions/reasoning/region.ts';
import type { TicketEventType } from '../facts/event.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import { foldText } from '../facts/fold-text.ts';
import type { FieldWrite } from '../nodes/field-write.ts';
import { knowAfterWrites, withoutFirstElements } from './after-writes.ts';

/**
 * As known, where a change of a field, if the event carries one, ended in the value the field has, since nobody wrote it
 * after. `facts` are looked at too where nothing is known of their change yet.
 */
export function rememberChanges(
  known: Knowledge,
  lookup: FactLookup,
  isUntouched: (fact: string) => boolean,
  facts: ReadonlySet<string> = new Set(),
): Knowledge {
  return known.flatMap((conjunction) => {
    const linked = new Map(conjunction);
    const changed = [...conjunction.keys()].flatMap((key) => changedFact(key) ?? []);
    for (const fact of new Set([...changed, ...facts])) {
      if (!isUntouched(fact)) continue;
      const change = endingIn(conjunction.get(changeOf(fact)) ?? ANYTHING, conjunction.get(fact));
      const value = change && valueAfter(change, conjunction.get(fact), lookup(fact)?.type);
      if (!value) return [];
      if (!isSameCell(change, ANYTHING)) linked.set(changeOf(fact), change);
      if (!isSameCell(value, ANYTHING)) linked.set(fact, value);
    }
    return [linked];
  });
}

/** What of it can be known at an event of one of these types. None: there is no such event. */
export function knowAtEvent(known: Knowledge, types: readonly TicketEventType[]): Knowledge {
  return types.flatMap((type) => {
    const carried = known.filter((conjunction) =>
      [...conjunction].every(([key, { mayBeMissing }]) => {
        const fact = changedFact(key);
        return fact === null || mayBeMissing || isCarriedBy(type, fact);
      }),
    );
    return both(carried, changesOf(type)) ?? carried;
  });
}

/** What is known right after these writes, the changes they make as those of an event to come: see `knowAsEvent`. */
export function knowRaised(before: Knowledge, writes: readonly FieldWrite[], lookup: FactLookup): Knowledge {
  const [only, ...others] = writes;
  const isOnly = others.length === 0;
  const changing = only && isOnly && 'added' in only ? before.flatMap((known) => beforeElements(known, only)) : before;
  return changing.flatMap((given): Knowledge => {
    const conjunction = withoutFirstElements(given, writes);
    if (!conjunction) return [];
    const [after = conjunction] = knowAfterWrites([conjunction], writes, lookup);
    const cells = writes.map((write): readonly [string, Cell] => [
      raisedKey(write.fact),
      changeBy(write, conjunction.get(write.fact), after.get(write.fact), isOnly),
    ]);
    return cells.some(([, { present }]) => present !== null) ? [new Map([...after, ...cells])] : [];
  });
}

/** What is known with the event of this type that the writes before raised: of other fields, no change can be known. */
export function knowAsEvent(known: Knowledge, type: TicketEventType): Knowledge {
  return forget(known, (key) => changedFact(key) !== null && raisedFact(key) === null).map(
    (conjunction): Conjunction =>
      new Map(
        [...conjunction].flatMap(([key, cell]): (readonly [string, Cell])[] => {
          const fact = raisedFact(key);
          if (fact === null) return [[key, cell]];
          return isCarriedBy(type, fact) ? [[changeOf(fact), cell]] : [];
        }),
      ),
  );
}

const RAISED = '>';

function raisedKey(fact: string): string {
  return changeOf(RAISED + fact);
}

function raisedFact(key: string): string | null {
  const fact = changedFact(key);
  return fact?.startsWith(RAISED) ? fact.slice(RAISED.length) : null;
}

const RESPONSIBILITY: readonly string[] = ['ticket.assignee', 'ticket.team'];

function isCarriedBy(type: TicketEventType, fact: string): boolean {
  switch (type) {
    case 'ticketAssigned':
    case 'ticketTransferred':
      return RESPONSIBILITY.includes(fact);
    case 'ticketUpdated':
    case 'ticketSolved':
    case 'ticketClosed':
    case 'ticketReopened':
      return !RESPONSIBILITY.includes(fact);
    // A flow that starts another may do so at any event.
    case 'manual':
      return true;
    default:
      return false;
  }
}

/** What an event of this type is certain to carry. */
function changesOf(type: TicketEventType): Knowledge {
  const ended = ['solved', 'closed'];
  switch (type) {
    case 'ticketSolved':
    case 'ticketClosed':
      return [statusChange(TO, valuesRegion([type === 'ticketSolved' ? 'solved' : 'closed']))];
    case 'ticketReopened':
      return both([statusChange(FROM, valuesRegion(ended))], [statusChange(TO, valuesRegion(ended, true))]) ?? [];
    case 'ticketAssigned':
      return RESPONSIBILITY.map((fact) => new Map([[changeOf(fact), THERE]]));
    case 'ticketTransferred': {
      const somebody = valuesRegion([NO_VALUE], true);
      const handed: Cell = {
        mayBeMissing: false,
        present: new Map([
          [FROM, somebody],
          [TO, somebody],
        ]),
      };
      return RESPONSIBILITY.map((fact) => new Map([[changeOf(fact), handed]]));
    }
    default:
      return NOTHING_KNOWN;
  }
}

function statusChange(side: string, region: Region): Conjunction {
  return new Map([[changeOf('ticket.status'), cellOf(side, region)]]);
}

/** The change a write makes of a field; `MISSING` where it certainly changes nothing. */
function changeBy(write: FieldWrite, before = ANYTHING, after = ANYTHING, isOnly: boolean): Cell {
  const isKnown = 'added' in write || write.to !== undefined;
  if (isKnown && isSameCell(before, after)) return MISSING;
  const mayBeMissing = !isOnly && (!isKnown || intersectCells(before, after) !== null);
  const present = new Map<string, Region>();
  const [from, to] = [sideOf(before), sideOf(after)];
  if (from) present.set(FROM, from);
  if (to && isKnown) present.set(TO, to);
  return unequal({ mayBeMissing, present }) ?? MISSING;
}

/** What a set can be so that this write changes it, by the element it gains or loses. */
function beforeElements(known: Conjunction, write: SetWrite): Knowledge {
  const cell = known.get(write.fact) ?? ANYTHING;
  const gained = write.added.map(foldText);
  const lost = write.removed.map(foldText).filter((element) => !gained.includes(element));
  const cells = [
    ...gained.map((element) => withElements(elementsRegion([], [element]), true)),
    ...lost.map((element) => withElements(elementsRegion([element], []), false)),
  ];
  return cells.flatMap((possible) => {
    const narrowed = possible && intersectCells(cell, possible);
    return narrowed ? [new Map(known).set(write.fact, narrowed)] : [];
  });
}

type SetWrite = Extract<FieldWrite, { readonly added: unknown }>;

function withElements(region: Region | null, mayBeMissing: boolean): Cell | null {
  return region && cellOf(VALUE, region, mayBeMissing);
}

/** A change of a field that has this value now. */
function endingIn(change: Cell, value: Cell | undefined): Cell | null {
  const to = value && sideOf(value);
  const ending = to ? intersectCells(change, { mayBeMissing: true, present: new Map([[TO, to]]) }) : change;
  return ending && unequal(ending);
}

/** A field's value after this change; the values of other types than these are written otherwise in changes. */
function valueAfter(
  { mayBeMissing, present }: Cell,
  value = ANYTHING,
  type: FactDefinition['type'] | undefined,
): Cell | null {
  const to = present?.get(TO);
  const isAlike = type === 'option' || type === 'reference' || type === 'boolean';
  if (mayBeMissing || !isAlike || to?.type !== 'values') return value;
  const region = valuesRegion(to.isExcluded ? [...to.values, NO_VALUE] : withoutNone(to.values), to.isExcluded);
  const isNone = to.values.has(NO_VALUE) !== to.isExcluded;
  const isSome = to.isExcluded || region.values.size > 0;
  return intersectCells(value, { mayBeMissing: isNone, present: isSome ? new Map([[VALUE, region]]) : null });
}

function withoutNone(values: ReadonlySet<string | boolean>): readonly (string | boolean)[] {
  return [...values].filter((value) => value !== NO_VALUE);
}

/** What something was is not what it became. */
function unequal({ mayBeMissing, present }: Cell): Cell | null {
  const [from, to] = [present?.get(FROM), present?.get(TO)];
  const became = to && onlyValue(to);
  const was = from && onlyValue(from);
  let rest = present;
  if (present && became !== undefined && became !== null) {
    const others = from ? intersectRegion(from, valuesRegion([became], true)) : valuesRegion([became], true);
    rest = others && new Map([...present, [FROM, others]]);
  } else if (present && was !== undefined && was !== null && to) {
    const others = intersectRegion(to, valuesRegion([was], true));
    rest = others && new Map([...present, [TO, others]]);
  }
  return mayBeMissing || rest ? { mayBeMissing, present: rest } : null;
}

function onlyValue(region: Region): string | boolean | null {
  if (region.type !== 'values' || region.isExcluded || region.values.size !== 1) return null;
  return [...region.values][0] ?? null;
}

/** A value as a side of a change; null where nothing is known of it. */
function sideOf({ mayBeMissing, present }: Cell): Region | null {
  if (!present) return valuesRegion([NO_VALUE]);
  const value = present.get(VALUE);
  if (value?.type === 'values') {
    if (!value.isExcluded) return valuesRegion(mayBeMissing ? [...value.values, NO_VALUE] : value.values);
    return valuesRegion(mayBeMissing ? value.values : [...value.values, NO_VALUE], true);
  }
  if (mayBeMissing) return null;
  const [only, ...more] = value?.type === 'spans' ? value.spans : [];
  if (only && more.length === 0 && only.from === only.to) {
    const key = changeKey(only.from);
    return key === null ? null : valuesRegion([key]);
  }
  return valuesRegion([NO_VALUE], true);
}
