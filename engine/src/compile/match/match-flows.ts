import type { ConditionInput } from '../../conditions/compile-condition.ts';
import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { NodeInput, Provider } from '../../nodes/behaviour.ts';
import type { Pipeline } from '../compile-flow.ts';
import type { Program } from '../link-program.ts';
import { wouldAct } from './would-act.ts';

const NO_PROVIDERS: ReadonlySet<Provider> = new Set();

/**
 * The flows whose run on this event and these facts would have consequences, in running order. Never leaves one out.
 * `facts` are those of this moment, `time.now` among them: once a flow has changed them, ask again and go on behind it
 * (`comparePipelines` tells what is behind). Ticket, providers and firings are not looked at.
 */
export function matchFlows(
  program: Program,
  event: TicketEvent,
  facts: Facts,
  { nowMs, timeZone }: Pick<ConditionInput, 'nowMs' | 'timeZone'>,
): readonly Pipeline[] {
  const input: NodeInput = { event, facts, changes: event.changes, nowMs, timeZone, providers: NO_PROVIDERS };
  return (program.byEvent.get(event.type) ?? []).filter((pipeline) => wouldAct(pipeline, input));
}
