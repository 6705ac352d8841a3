import type { TicketEventType } from '../../facts/event.ts';
import type { CompiledTrigger, Pipeline } from '../compile-flow.ts';
import { type Conjunction, type Literal, pathsOf } from '../paths-of.ts';
import { type Demand, demandOf, type ReadDemand } from './demand.ts';
import { type LiteralReading, readLiteral } from './literal-reading.ts';
import type { DimensionKey } from './read-dimension.ts';

/** One conjunction of one flow, as it stands at a bit of the index. */
export interface ConjunctionSlot {
  readonly pipeline: Pipeline;
  /** By `dimensionName`. */
  readonly demands: ReadonlyMap<string, { readonly key: DimensionKey; readonly demand: Demand }>;
  /** Null where the index decides. */
  readonly verification: Verification | null;
}

/** What is to be verified of a conjunction that the index finds. */
export interface Verification {
  readonly pipeline: Pipeline;
  /** Literals the index does not decide. */
  readonly open: readonly LiteralReading[];
  /** The trigger to be asked, where its need does not say all. */
  readonly trigger: CompiledTrigger | null;
  /** The whole way must be walked: the conjunction is necessary, not sufficient. */
  readonly isWalked: boolean;
}

/** The slots of a pipeline for one type of event; none where no run could have consequences. */
export function slotsOf(pipeline: Pipeline, type: TicketEventType): readonly ConjunctionSlot[] {
  const paths = pathsOf(pipeline, type);
  const reader = {
    readingOf: remembering(readLiteral),
    demandOfOne: remembering((one: LiteralReading) => demandOf([one])),
  };
  // The first trigger that fires decides where the run begins; where that makes a difference, triggers cannot be told
  // apart by one of their conjunctions.
  const beginsElsewhere = paths.some(({ trigger }) => trigger.first?.step !== paths[0]?.trigger.first?.step);
  return paths.flatMap(({ trigger, conjunctions, isExact }) =>
    conjunctions.map((conjunction) => {
      const { demands, open } = demandsOf(conjunction, reader);
      const asked = trigger.need?.isSufficient ? null : trigger;
      const isWalked = beginsElsewhere || !isExact;
      const isDecided = open.length === 0 && !asked && !isWalked;
      return { pipeline, demands, verification: isDecided ? null : { pipeline, open, trigger: asked, isWalked } };
    }),
  );
}

/** A name that no other dimension has. */
export function dimensionName({ source, fact }: DimensionKey): string {
  return `${source} ${fact}`;
}

function demandsOf(
  conjunction: Conjunction,
  { readingOf, demandOfOne }: Reader,
): Pick<ConjunctionSlot, 'demands'> & Pick<Verification, 'open'> {
  const byDimension = new Map<string, LiteralReading[]>();
  for (const literal of conjunction) {
    const reading = readingOf(literal);
    const first = dimensionName(reading.dimension);
    let name = first;
    // One dimension can only look for the parts of one; another that does so gets rows of its own.
    for (let turn = 2; isLooking(reading) && byDimension.get(name)?.some(isLooking); turn += 1)
      name = `${first} ${turn}`;
    const own = byDimension.get(name);
    if (own) own.push(reading);
    else byDimension.set(name, [reading]);
  }
  const demands = new Map<string, { readonly key: DimensionKey; readonly demand: Demand }>();
  const open: LiteralReading[] = [];
  for (const [name, own] of byDimension) {
    const [first] = own;
    if (!first) continue;
    const read = own.length === 1 ? demandOfOne(first) : demandOf(own);
    demands.set(name, { key: first.dimension, demand: read.demand });
    open.push(...read.open);
  }
  return { demands, open };
}

/** Whether it holds where parts are found. */
function isLooking({ wantsFound, inText, inList }: LiteralReading): boolean {
  return wantsFound && (inText !== null || inList !== null);
}

/** Reads literals, each once: they recur in many conjunctions of a flow. */
interface Reader {
  readonly readingOf: (literal: Literal) => LiteralReading;
  readonly demandOfOne: (reading: LiteralReading) => ReadDemand;
}

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}
