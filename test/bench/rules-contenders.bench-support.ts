/**
 * One engine in a process of its own. On an order it makes the workload, compiles the rules and answers; then it matches
 * happenings, checked or measured, as often as asked.
 */
import { type Comparison, type Condition, compileFlow, type Facts, linkProgram, matchFlows } from '@alur/engine';
import { ZenEngine } from '@gorules/zen-engine';
import { Engine, type NestedCondition } from 'json-rules-engine';
import { holds } from './rules-interpreter.bench-support.ts';
import {
  eventOf,
  flowOf,
  HAPPENINGS,
  type Happening,
  type Rule,
  WORKLOAD_FACTS,
  workload,
} from './rules-workload.bench-support.ts';

export type ContenderName = 'interpreter' | 'Alur' | 'closures' | 'zen-engine' | 'json-rules-engine';

export type Order =
  | { readonly type: 'compile'; readonly name: ContenderName; readonly seed: number; readonly rules: number }
  /** The ids matched by the first `count` happenings. */
  | { readonly type: 'check'; readonly count: number }
  | { readonly type: 'measure'; readonly count: number };

export type Report =
  | { readonly type: 'compiled'; readonly ms: number; readonly heapBytes: number; readonly rssBytes: number }
  | { readonly type: 'checked'; readonly matches: readonly (readonly number[])[] }
  | { readonly type: 'measured'; readonly microseconds: number };

/** Rules made ready. `ready` shapes a happening as the engine takes it, which is not measured. */
interface Contender {
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

const CONTENDERS: Readonly<Record<ContenderName, (rules: readonly Rule[]) => Contender>> = {
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

/**
 * One table that collects: a row a rule, a column a fact, and one of its own for what a row of cells cannot say, such as
 * "or". Of the forms tried (one cell a rule, lists of expressions) this is the one zen is fastest with.
 */
function decisionTable(rules: readonly Rule[]): unknown {
  const position = { x: 0, y: 0 };
  const columns = ['event', ...WORKLOAD_FACTS.map(plainName)];
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: 'table',
        position,
        content: {
          hitPolicy: 'collect',
          inputs: [...columns.map((id) => ({ id, name: id, field: id })), { id: 'rest', name: 'rest' }],
          outputs: [{ id: 'id', name: 'id', field: 'id' }],
          rules: rules.map((rule) => ({ ...Object.fromEntries(columns.map((id) => [id, ''])), ...tableRow(rule) })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position },
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}

function tableRow({ id, event, condition }: Rule): Record<string, string> {
  const row: Record<string, string> = { _id: String(id), id: String(id), event: `'${event}'` };
  const rest: Condition[] = [];
  for (const part of 'all' in condition ? condition.all : [condition]) {
    const column = 'fact' in part ? plainName(part.fact) : null;
    if (column && 'fact' in part && row[column] === undefined) row[column] = zenComparison(part, '$');
    else rest.push(part);
  }
  return { ...row, rest: rest.length > 0 ? zenText({ all: rest }) : '' };
}

function zenText(condition: Condition): string {
  if ('all' in condition) return `(${condition.all.map(zenText).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(zenText).join(' or ')})`;
  if ('not' in condition) return `not ${zenText(condition.not)}`;
  return zenComparison(condition, plainName(condition.fact));
}

function zenComparison({ op, value }: Comparison, name: string): string {
  const text = JSON.stringify(value).replaceAll('"', "'");
  switch (op) {
    case 'is':
      return `${name} == ${text}`;
    case 'isNot':
      return `${name} != ${text}`;
    case 'isOneOf':
      return `${name} in ${text}`;
    case 'isNoneOf':
      return `${name} not in ${text}`;
    case 'atLeast':
      return `${name} >= ${text}`;
    case 'atMost':
      return `${name} <= ${text}`;
    case 'moreThan':
      return `${name} > ${text}`;
    case 'lessThan':
      return `${name} < ${text}`;
    case 'containsAnyOf':
      return `some(${name}, # in ${text})`;
    default:
      return `contains(${name}, ${text})`;
  }
}

/** A name without a dot, which zen reads as a path. */
function plainName(fact: string): string {
  return fact.replace('.', '_');
}

async function answer(order: Order): Promise<Report> {
  if (order.type === 'compile') {
    const { rules, happenings } = workload(order.seed, order.rules);
    globalThis.gc?.();
    const before = process.memoryUsage();
    const startedAt = performance.now();
    engine = CONTENDERS[order.name](rules);
    given = happenings.map((happening) => engine.ready(happening));
    await engine.match(given[0] as never);
    const ms = performance.now() - startedAt;
    globalThis.gc?.();
    const after = process.memoryUsage();
    return {
      type: 'compiled',
      ms,
      // Typed arrays lie outside of the heap.
      heapBytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers,
      rssBytes: after.rss,
    };
  }
  if (order.type === 'check') {
    const matches: number[][] = [];
    for (const happening of given.slice(0, order.count)) {
      const answer = await engine.match(happening as never);
      matches.push([...engine.ids(answer as never)].sort((a, b) => a - b));
    }
    return { type: 'checked', matches };
  }
  const before = process.cpuUsage();
  for (let turn = 0; turn < order.count; turn += 1) {
    const matched = engine.match(given[turn % HAPPENINGS] as never);
    // Awaiting what is there already would cost more than some engines take.
    if (matched instanceof Promise) await matched;
  }
  const { user, system } = process.cpuUsage(before);
  return { type: 'measured', microseconds: (user + system) / order.count };
}

let engine: Contender;
let given: readonly unknown[] = [];

process.on('message', (order: Order) => {
  answer(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
