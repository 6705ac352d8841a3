import type { FairDrain, RoutingAgent } from './assignment.ts';

/** What capacity looks at in an agent, as they stand. */
export type Filling = Pick<RoutingAgent, 'capacity' | 'load' | 'channelCapacity' | 'channelLoad'>;

/** What a ticket asks of capacity. */
export interface Costing {
  readonly weight: number;
  readonly channelType?: string;
}

/** Whether a ticket of this status takes of its agent's capacity: those that wait for somebody else don't. */
export function holdsCapacity(status: string): boolean {
  return status === 'new' || status === 'open';
}

/** What keeps `agent` from one more ticket by capacity; null where there is room, over all and on its channel. */
export function shortageOf(agent: Filling, { weight, channelType }: Costing): 'full' | 'fullOnChannel' | null {
  if (agent.load + weight > agent.capacity) return 'full';
  if (channelType === undefined) return null;
  const limit = ownNumber(agent.channelCapacity, channelType);
  if (limit === undefined) return null;
  return (ownNumber(agent.channelLoad, channelType) ?? 0) + weight > limit ? 'fullOnChannel' : null;
}

/** How many more tickets of this cost an agent has room for; `Infinity` where they cost nothing. */
export function roomFor(agent: Filling, cost: Costing): number {
  if (shortageOf(agent, cost) !== null) return 0;
  const { weight, channelType } = cost;
  if (weight <= 0) return Number.POSITIVE_INFINITY;
  const limit = channelType === undefined ? undefined : ownNumber(agent.channelCapacity, channelType);
  const held = channelType === undefined ? 0 : (ownNumber(agent.channelLoad, channelType) ?? 0);
  const spare = Math.min(agent.capacity - agent.load, (limit ?? Number.POSITIVE_INFINITY) - held);
  return Math.floor(spare / weight);
}

/** An open ticket or an offer, as it counts to its agent's load. */
export interface HeldTicket extends Costing {
  readonly agentId: string;
  readonly status: string;
}

/** Load, load per channel and number of tickets by agent id, of those that hold capacity. */
export function loadsOf(
  held: readonly HeldTicket[],
): ReadonlyMap<string, Required<Pick<RoutingAgent, 'load' | 'openTickets' | 'channelLoad'>>> {
  const loads = new Map<string, { load: number; openTickets: number; channelLoad: Record<string, number> }>();
  for (const { agentId, status, weight, channelType } of held) {
    if (!holdsCapacity(status)) continue;
    const own = loads.get(agentId) ?? { load: 0, openTickets: 0, channelLoad: {} };
    own.load += weight;
    own.openTickets += 1;
    if (channelType !== undefined) own.channelLoad[channelType] = (own.channelLoad[channelType] ?? 0) + weight;
    loads.set(agentId, own);
  }
  return loads;
}

/**
 * The load up to which agents are given tickets while a backlog drains, as a share of their capacity: all work in hand
 * and waiting, spread over the scheduled capacity. 1, no limit, where nobody is missing or the time is over.
 */
export function drainShare(drain: FairDrain | undefined, agents: readonly RoutingAgent[], nowMs: number): number {
  if (drain === undefined || nowMs >= drain.untilMs) return 1;
  let present = 0;
  let inHand = 0;
  for (const agent of agents) {
    if (agent.presence === 'offline' || agent.onShift === false) continue;
    present += agent.capacity;
    inHand += agent.load;
  }
  if (present >= drain.scheduledCapacity) return 1;
  return Math.min(1, (drain.waitingUnits + inHand) / drain.scheduledCapacity);
}

/** Whether an agent has taken their share; everybody gets at least one ticket, and shares are rounded up. */
export function isOverShare(agent: Pick<Filling, 'capacity' | 'load'>, weight: number, share: number): boolean {
  return share < 1 && agent.load > 0 && agent.load + weight > Math.ceil(agent.capacity * share);
}

function ownNumber(of: Readonly<Record<string, number>> | undefined, key: string): number | undefined {
  return of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;
}
