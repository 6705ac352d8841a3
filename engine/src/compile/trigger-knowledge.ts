import type { Condition } from '../conditions/condition.ts';
import { MISSING } from '../conditions/reasoning/cell.ts';
import { both, changeOf, forget, type Knowledge, NOTHING_KNOWN } from '../conditions/reasoning/knowledge.ts';
import type { TicketEventType } from '../facts/event.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import type { CompiledTrigger, Pipeline } from './compile-flow.ts';
import { rememberChanges } from './event-knowledge.ts';
import type { PathState } from './path-knowledge.ts';
import type { ReadFlow } from './read-flow.ts';

/** The events that carry changes; in all others no change operator holds. */
const CHANGING: ReadonlySet<TicketEventType> = new Set([
  'ticketUpdated',
  'ticketAssigned',
  'ticketTransferred',
  'ticketSolved',
  'ticketClosed',
  'ticketReopened',
]);

/** What is so of the event and the facts when a trigger of a flow fires. */
export function knowAtTrigger(flow: ReadFlow, trigger: CompiledTrigger): Knowledge {
  const known = KNOWN.get(trigger) ?? readTrigger(flow, trigger);
  KNOWN.set(trigger, known);
  return known;
}

/** Read once for each flow that was made ready, as each has triggers of its own. */
const KNOWN = new WeakMap<CompiledTrigger, Knowledge>();

function readTrigger(flow: ReadFlow, { kind, nodeId, on }: CompiledTrigger): Knowledge {
  const config = flow.nodes.get(nodeId)?.config ?? {};
  const implied = nodeDefinition(kind)?.implies(config);
  const known = (implied && flow.knowledgeOf(implied)) ?? NOTHING_KNOWN;
  // A button may be pressed by a flow, in the middle of an event that changed something.
  if (on.some((type) => CHANGING.has(type) || type === 'manual')) return known;
  const unchanged = new Map([...changingFacts(flow.pipeline)].map((fact) => [changeOf(fact), MISSING]));
  return both(known, [unchanged]) ?? known;
}

/**
 * What is known when a trigger fires after an earlier run left this: what that run wrote may be otherwise than the event
 * said. Null: it cannot fire, or nobody knows.
 */
export function meetTrigger(flow: ReadFlow, trigger: CompiledTrigger, left: PathState): PathState | null {
  const { overwritten } = left;
  const said = rememberChanges(knowAtTrigger(flow, trigger), flow.lookup, () => true);
  const fired = forget(said, (key) => overwritten?.has(key) ?? true);
  const known = both(left.known, fired);
  return known && known.length > 0 ? { ...left, known } : null;
}

/** The facts about whose changes some filter asks. */
function changingFacts({ steps }: Pipeline): ReadonlySet<string> {
  const facts = new Set<string>();
  const look = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(look);
    else if ('any' in condition) condition.any.forEach(look);
    else if ('not' in condition) look(condition.not);
    else if (condition.op.startsWith('changed')) facts.add(condition.fact);
  };
  for (const { behaviour } of steps.values()) {
    if (behaviour?.type === 'filter') for (const { condition } of behaviour.cases ?? []) look(condition);
  }
  return facts;
}
