import type { TicketEvent } from '../../facts/event.ts';
import type { Facts } from '../../facts/fact-value.ts';
import type { Pipeline } from '../compile-flow.ts';
import type { Program } from '../link-program.ts';
import { type MatchContext, searchInput } from './verify.ts';
import { wouldAct } from './would-act.ts';

/**
 * The flows whose run on this event and these facts would have consequences, in running order. Never leaves one out;
 * where branches meet again it may name one that has none. `facts` are those of this moment, `time.now` among them: once
 * a flow has changed them, ask again and go on behind it (`comparePipelines` tells what is behind). Firings of time
 * triggers are not looked at. On events with `due` or `flowId` only that flow is.
 * Cost: a few microseconds, and little more where there are many flows; see `EventIndex`.
 */
export function matchFlows(
  program: Program,
  event: TicketEvent,
  facts: Facts,
  context: MatchContext,
): readonly Pipeline[] {
  const flowId = event.due?.flowId ?? event.flowId;
  if (flowId === undefined) return program.index.get(event.type)?.match(event, facts, context) ?? [];
  const named = (program.byEvent.get(event.type) ?? []).filter((pipeline) => pipeline.flowId === flowId);
  const input = searchInput(event, facts, context);
  return named.filter((pipeline) => wouldAct(pipeline, input));
}
