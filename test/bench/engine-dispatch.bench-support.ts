import { assignTickets, meetsRequirement, type Policy, type Requirement, type RoutingAgent } from '@alur/engine';
import {
  type Arrival,
  CLASS_COUNT,
  PRIORITIES,
  skillsOf,
  TARGETS,
  type Worker,
} from './contact-centre.bench-support.ts';
import type { Desk, Dispatch } from './simulation.bench-support.ts';

const MS_PER_MINUTE = 60_000;
/** One object per class: the engine reads a requirement once a round. */
const REQUIREMENTS: readonly Requirement[] = Array.from({ length: CLASS_COUNT }, (_, classAt) => ({
  skills: skillsOf(classAt).map((skillId) => ({ skillId, level: 1 })),
}));

/** The engine's own `assignTickets` under a policy, as it runs in Alur. It sees declared levels and no true speeds. */
export function engineDispatch(policy: Policy, arrivals: readonly Arrival[]): Dispatch {
  return (tickets, desks, now) => {
    const round = assignTickets({
      policy,
      tickets: tickets.map((ticket) => {
        const { at, classAt, priority } = arrivals[ticket] as Arrival;
        return {
          ticketId: idOf(ticket),
          priority: PRIORITIES[priority] ?? 'normal',
          queuedAtMs: at * MS_PER_MINUTE,
          targetMs: (TARGETS[priority] ?? 0) * MS_PER_MINUTE,
          requirement: REQUIREMENTS[classAt] as Requirement,
          weight: 1,
        };
      }),
      agents: desks.map(agentOf),
      nowMs: now * MS_PER_MINUTE,
    });
    const byId = new Map(desks.map((desk) => [idOf(desk.place), desk]));
    return {
      given: round.assignments.map(({ ticketId, agentId }) => ({
        ticket: Number(ticketId),
        desk: byId.get(agentId) as Desk,
      })),
      isHeld: round.waits.some(({ cause }) => cause === 'held'),
    };
  };
}

/** Whether a worker may do a class, by the engine's rule. */
export function mayDo(worker: Worker, classAt: number): boolean {
  const agent = agentOf({ place: 0, worker, open: 0, lastAssignedAt: null });
  return meetsRequirement(agent, REQUIREMENTS[classAt] as Requirement);
}

function agentOf({ place, worker, open, lastAssignedAt }: Desk): RoutingAgent {
  return {
    agentId: idOf(place),
    presence: 'online',
    capacity: worker.capacity,
    load: open,
    openTickets: open,
    skills: worker.levels,
    languages: [],
    teamIds: [],
    lastAssignedAtMs: lastAssignedAt === null ? null : lastAssignedAt * MS_PER_MINUTE,
  };
}

const idOf = (place: number): string => String(place).padStart(8, '0');
