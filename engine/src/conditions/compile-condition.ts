import type { BusinessClock } from '../calendar/business-clock.ts';
import type { FieldChanges } from '../facts/event.ts';
import { type Facts, readFact } from '../facts/fact-value.ts';
import { compileOperator } from './compile-operator.ts';
import type { Comparison, Condition } from './condition.ts';
import type { ConditionTrace } from './condition-trace.ts';

/** What a condition is asked of: the facts, the changes the event carries, and the clock. */
export interface ConditionInput {
  readonly facts: Facts;
  /** Absent where the event changed nothing; then no change operator holds. */
  readonly changes?: FieldChanges | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** IANA time zone for values that name none. */
  readonly timeZone: string;
  /**
   * The workspace's calendar of that id, its own for null; undefined where there is none. Absent: no calendars are
   * known, and no instant is in their business hours.
   */
  readonly businessClock?: (calendarId: string | null) => BusinessClock | undefined;
}

/** A condition made ready to be asked many times. Pure; never throws on any facts. */
export type CompiledCondition = (input: ConditionInput) => ConditionTrace;

/**
 * Makes a condition ready: values are folded, patterns compiled and instants read once, so that asking is linear in
 * the comparisons and in the texts they look at. A comparison whose value does not fit its operator (see
 * `checkCondition`) never holds; its negation does.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  if ('all' in condition) return compileGroup('all', condition.all);
  if ('any' in condition) return compileGroup('any', condition.any);
  if ('not' in condition) {
    const inner = compileCondition(condition.not);
    return (input) => {
      const item = inner(input);
      return { type: 'not', holds: !item.holds, item };
    };
  }
  return compileComparison(condition);
}

/** Asks a condition once. To ask it often, compile it. */
export function evaluateCondition(condition: Condition, input: ConditionInput): ConditionTrace {
  return compileCondition(condition)(input);
}

function compileGroup(type: 'all' | 'any', conditions: readonly Condition[]): CompiledCondition {
  const compiled = conditions.map(compileCondition);
  return (input) => {
    const items = compiled.map((ask) => ask(input));
    const isHeld = (item: ConditionTrace) => item.holds;
    // An empty group is an error of the flow; should one get here, it must not match everything.
    const holds = items.length > 0 && (type === 'all' ? items.every(isHeld) : items.some(isHeld));
    return { type, holds, items };
  };
}

function compileComparison({ fact, op, value }: Comparison): CompiledCondition {
  const test = compileOperator(op, value);
  const expected = value ?? null;
  return (input) => {
    const seen = readFact(input.facts, fact);
    const change = input.changes && Object.hasOwn(input.changes, fact) ? input.changes[fact] : undefined;
    return { type: 'comparison', fact, op, expected, seen, holds: test(seen, input, change) };
  };
}
