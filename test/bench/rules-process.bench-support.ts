/**
 * One engine in a process of its own. On an order it makes the workload, compiles the rules and answers; then it matches
 * happenings, checked or measured, as often as asked.
 */
import { CONTENDERS, type Contender, type ContenderName } from './rules-contenders.bench-support.ts';
import { HAPPENINGS, workload } from './rules-workload.bench-support.ts';

export type Order =
  | { readonly type: 'compile'; readonly name: ContenderName; readonly seed: number; readonly rules: number }
  /** The ids matched by the first `count` happenings. */
  | { readonly type: 'check'; readonly count: number }
  | { readonly type: 'measure'; readonly count: number };

export type Report =
  | { readonly type: 'compiled'; readonly ms: number; readonly heapBytes: number; readonly rssBytes: number }
  | { readonly type: 'checked'; readonly matches: readonly (readonly number[])[] }
  | { readonly type: 'measured'; readonly microseconds: number };

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
