/** The engines that are compared, and how each is asked the same. */
import { type Comparison, type Condition, compileFlow, type Facts, linkProgram, matchFlows } from '@alur/engine';
import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type NestedCondition } from 'json-rules-engine';
import { holds } from './rules-interpreter.bench-support.ts';
import { eventOf, flowOf, type Happening, type Rule } from './rules-workload.bench-support.ts';
import { decisionTable, plainName } from './rules-zen-table.bench-support.ts';

export type ContenderName = 'interpreter' | 'Alur' | 'closures' | 'zen-engine' | 'json-rules-engine';

/** Rules made ready. `ready` shapes a happening as the engine takes it, which is not measured. */
export interface Contender {
  ready(happening: Happening): unknown;
  /** What the engine answers with. */
  match(given: never): unknown;
  /** The ids of the rules that match, in any order, read from the answer, which is not measured. */
  ids(answer: never): readonly number[];
}

function contender<G, A>(contender: {
  readonly ready: (happening: Happening) => G;
  readonly match: (given: G) => A | Promise<A>;
  readonly ids: (answer: A) => readonly number[];
}): Contender {
  return contender;
}

export const CONTENDERS: Readonly<Record<ContenderName, (rules: readonly Rule[]) => Contender>> = {
  interpreter: (rules) =>
    contender({
      ready: (happening) => happening,
      match: ({ event, facts }) => rules.filter((rule) => rule.event === event && holds(rule.condition, facts)),
      ids: (found) => found.map(({ id }) => id),
    }),
  Alur(rules) {
    const pipelines = rules.map((rule) =>
      compileFlow(flowOf(rule), {
        flowId: `flow-${rule.id}`,
        versionId: `version-${rule.id}`,
        position: rule.id,
        stopOnMatch: false,
      }),
    );
    const program = linkProgram(pipelines);
    const context = { nowMs: 0, timeZone: 'UTC' };
    return contender({
      ready: (happening) => ({ event: eventOf(happening), facts: happening.facts }),
      match: ({ event, facts }) => matchFlows(program, event, facts, context),
      ids: (found) => found.map(({ position }) => position),
    });
  },
  closures(rules) {
    const compiled = rules.map(({ id, event, condition }) => ({ id, event, asks: closure(condition) }));
    return contender({
      ready: (happening) => happening,
      match: ({ event, facts }) => {
        const found: number[] = [];
        for (const rule of compiled) if (rule.event === event && rule.asks(facts)) found.push(rule.id);
        return found;
      },
      ids: (found) => found,
    });
  },
  'zen-engine'(rules) {
    const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(decisionTable(rules))));
    return contender({
      ready: ({ event, facts }) => ({
        event,
        ...Object.fromEntries(Object.entries(facts).map(([fact, value]) => [plainName(fact), value])),
      }),
      match: (context) => decision.evaluate(context),
      ids: ({ result }) => result.map(({ id }: { readonly id: number }) => id),
    });
  },
  'json-rules-engine'(rules) {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addOperator('textContains', (text: string, part: string) => text.includes(part));
    engine.addOperator('containsAnyOf', (set: string[], parts: string[]) => parts.some((part) => set.includes(part)));
    for (const { id, event, condition } of rules) {
      engine.addRule({
        conditions: { all: [{ fact: 'event', operator: 'equal', value: event }, jsonRule(condition)] },
        event: { type: String(id) },
      });
    }
    return contender({
      ready: ({ event, facts }) => ({ event, ...facts }),
      match: (given) => engine.run(given),
      ids: ({ events }) => events.map(({ type }) => Number(type)),
    });
  },
};

type Ask = (facts: Facts) => boolean;

function closure(condition: Condition): Ask {
  if ('all' in condition) {
    const asks = condition.all.map(closure);
    return (facts) => {
      for (const ask of asks) if (!ask(facts)) return false;
      return true;
    };
  }
  if ('any' in condition) {
    const asks = condition.any.map(closure);
    return (facts) => {
      for (const ask of asks) if (ask(facts)) return true;
      return false;
    };
  }
  if ('not' in condition) {
    const ask = closure(condition.not);
    return (facts) => !ask(facts);
  }
  const { fact } = condition;
  const text = condition.value as string;
  const number = condition.value as number;
  const list = condition.value as readonly string[];
  switch (condition.op) {
    case 'is':
      return (facts) => facts[fact] === text;
    case 'isNot':
      return (facts) => facts[fact] !== text;
    case 'isOneOf': {
      const values = new Set<unknown>(list);
      return (facts) => values.has(facts[fact]);
    }
    case 'isNoneOf': {
      const values = new Set<unknown>(list);
      return (facts) => !values.has(facts[fact]);
    }
    case 'atLeast':
      return (facts) => (facts[fact] as number) >= number;
    case 'atMost':
      return (facts) => (facts[fact] as number) <= number;
    case 'moreThan':
      return (facts) => (facts[fact] as number) > number;
    case 'lessThan':
      return (facts) => (facts[fact] as number) < number;
    case 'containsAnyOf': {
      const values = new Set<string>(list);
      return (facts) => {
        for (const element of facts[fact] as readonly string[]) if (values.has(element)) return true;
        return false;
      };
    }
    default:
      return (facts) => (facts[fact] as string).includes(text);
  }
}

function jsonRule(condition: Condition): NestedCondition {
  if ('all' in condition) return { all: condition.all.map(jsonRule) };
  if ('any' in condition) return { any: condition.any.map(jsonRule) };
  if ('not' in condition) return { not: jsonRule(condition.not) };
  return { fact: condition.fact, operator: JSON_RULE_OPERATORS[condition.op] ?? condition.op, value: condition.value };
}

const JSON_RULE_OPERATORS: Partial<Record<Comparison['op'], string>> = {
  is: 'equal',
  isNot: 'notEqual',
  isOneOf: 'in',
  isNoneOf: 'notIn',
  atLeast: 'greaterThanInclusive',
  atMost: 'lessThanInclusive',
  moreThan: 'greaterThan',
  lessThan: 'lessThan',
  contains: 'textContains',
};
