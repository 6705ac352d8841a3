/**
 * Dispatch: one round of the engine over 10,000 waiting tickets, 1,000 agents and 50 skills must take at most 100 ms, and
 * grow near linearly with the tickets. Checked first: nobody above capacity, nobody without the skills, every ticket
 * answered once, the same answer whatever the order of the input.
 *
 * `pnpm bench dispatch`. Printed: medians of 15 with min and max, by the clock and by CPU. The bar is on the engine's time:
 * the lesser of both, since the clock counts other programs and CPU counts garbage collected beside the round.
 */
import { deepStrictEqual } from 'node:assert';
import {
  type AssignTicketsInput,
  assignTickets,
  exclusionFor,
  type RoutingAgent,
  type WaitingTicket,
} from '@alur/engine';
import { Chance } from './chance.bench-support.ts';
import { type Figures, figuresOf, figuresText } from './figures.bench-support.ts';

const REPEATS = 15;
const BAR_MS = 100;
const EXPONENT_BAR = 1.3;
const NOW_MS = 1_800_000_000_000;
const LANGUAGES = ['id', 'en', 'jv', 'ms'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
const TARGETS_MS = { urgent: 300_000, high: 900_000, normal: 3_600_000, low: 14_400_000 };

interface Case {
  readonly tickets: number;
  readonly agents: number;
  readonly policy?: AssignTicketsInput['policy'];
  /** Agents hold most of what they can. */
  readonly isBusy?: boolean;
  /** Tickets ask for anything together, so that nearly every second one asks for something of its own. */
  readonly isMixed?: boolean;
}

/**
 * A contact centre: agents know 3 to 10 of 50 skills in five topics of ten; tickets ask for one skill, one time in four
 * with a language, or for two of one topic at one level.
 */
function round({
  tickets: ticketCount,
  agents: agentCount,
  policy = 'balanced',
  isBusy: busy = false,
  isMixed = false,
}: Case) {
  const chance = new Chance(4711);
  const agents: RoutingAgent[] = Array.from({ length: agentCount }, (_, index) => {
    const capacity = 4 + chance.below(3);
    const load = busy ? Math.min(capacity, 3 + chance.below(4)) : 0;
    return {
      agentId: `agent-${String(index).padStart(5, '0')}`,
      presence: chance.below(20) === 0 ? 'away' : 'online',
      capacity,
      load,
      openTickets: load,
      skills: Object.fromEntries(
        Array.from({ length: 3 + chance.below(8) }, () => [`skill-${chance.below(50)}`, 1 + chance.below(5)]),
      ),
      languages: LANGUAGES.filter((_language, place) => place === index % 4 || chance.below(3) === 0),
      teamIds: [`team-${chance.below(5)}`],
      lastAssignedAtMs: NOW_MS - chance.below(3_600_000),
    };
  });
  const tickets: WaitingTicket[] = Array.from({ length: ticketCount }, (_, index) => {
    const priority = PRIORITIES[chance.below(4)] ?? 'normal';
    const level = 1 + chance.below(3);
    const first = chance.below(50);
    const second = isMixed ? chance.below(50) : Math.floor(first / 10) * 10 + chance.below(10);
    const isPair = chance.below(2) === 0 && second !== first;
    const skills = [
      { skillId: `skill-${first}`, level },
      ...(isPair ? [{ skillId: `skill-${second}`, level: isMixed ? 1 + chance.below(3) : level }] : []),
    ];
    const hasLanguage = (isMixed || !isPair) && chance.below(4) === 0;
    return {
      ticketId: `ticket-${String(index).padStart(6, '0')}`,
      priority,
      queuedAtMs: NOW_MS - chance.below(7_200_000),
      targetMs: TARGETS_MS[priority],
      requirement: { skills, ...(hasLanguage ? { language: LANGUAGES[chance.below(4)] ?? 'id' } : {}) },
      weight: 1,
    };
  });
  return { policy, tickets, agents, nowMs: NOW_MS };
}

function check(input: AssignTicketsInput): number {
  const { assignments, waits } = assignTickets(input);
  const agents = new Map(input.agents.map((agent) => [agent.agentId, agent]));
  const tickets = new Map(input.tickets.map((ticket) => [ticket.ticketId, ticket]));
  for (const { ticketId, agentId } of assignments) {
    const agent = agents.get(agentId);
    const ticket = tickets.get(ticketId);
    if (agent === undefined || ticket === undefined || exclusionFor(agent, ticket) !== null)
      throw new Error(`${ticketId} went to ${agentId}, who is not eligible.`);
    agents.set(agentId, { ...agent, load: agent.load + ticket.weight, openTickets: agent.openTickets + 1 });
    tickets.delete(ticketId);
  }
  for (const { ticketId } of waits) if (!tickets.delete(ticketId)) throw new Error(`${ticketId} was answered twice.`);
  if (tickets.size > 0) throw new Error(`${tickets.size} tickets were not answered.`);
  const turned = { ...input, tickets: [...input.tickets].reverse(), agents: [...input.agents].reverse() };
  deepStrictEqual(assignTickets(turned), { assignments, waits });
  return assignments.length;
}

function measure(inputs: readonly AssignTicketsInput[]): readonly { readonly wall: Figures; readonly cpu: Figures }[] {
  const taken = inputs.map(() => ({ wall: [] as number[], cpu: [] as number[] }));
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const [place, input] of inputs.entries()) {
      const cpu = process.cpuUsage();
      const startedAt = performance.now();
      assignTickets(input);
      taken[place]?.wall.push(performance.now() - startedAt);
      const { user, system } = process.cpuUsage(cpu);
      taken[place]?.cpu.push((user + system) / 1000);
    }
  }
  return taken.map(({ wall, cpu }) => ({ wall: figuresOf(wall), cpu: figuresOf(cpu) }));
}

const CASES = [
  { name: '2,500 tickets, 1,000 agents', input: round({ tickets: 2_500, agents: 1_000 }) },
  { name: '10,000 tickets, 1,000 agents', input: round({ tickets: 10_000, agents: 1_000 }) },
  { name: '40,000 tickets, 1,000 agents', input: round({ tickets: 40_000, agents: 1_000 }) },
  { name: '10,000 tickets, 1,000 busy agents', input: round({ tickets: 10_000, agents: 1_000, isBusy: true }) },
  {
    name: '10,000 tickets, 1,000 agents, priority then age',
    input: round({ tickets: 10_000, agents: 1_000, policy: 'priorityThenAge' }),
  },
  { name: 'no bar: skills mixed at random', input: round({ tickets: 10_000, agents: 1_000, isMixed: true }) },
  { name: 'no bar: 10,000 tickets, 4,000 agents', input: round({ tickets: 10_000, agents: 4_000 }) },
];

const given = CASES.map(({ input }) => check(input));
const figures = measure(CASES.map(({ input }) => input));
const classesOf = ({ tickets }: AssignTicketsInput) =>
  new Set(tickets.map(({ requirement }) => JSON.stringify(requirement))).size;

for (const [place, { name, input }] of CASES.entries()) {
  const { wall, cpu } = figures[place] ?? { wall: figuresOf([]), cpu: figuresOf([]) };
  console.log(
    `${name}: ${figuresText(wall, 1)} ms, CPU ${figuresText(cpu, 1)} ms; ${given[place]} given, ${classesOf(input)} requirements`,
  );
}
const timeAt = (place: number) => {
  const of = figures[place];
  return of === undefined ? Number.POSITIVE_INFINITY : Math.min(of.wall.median, of.cpu.median);
};
const slowest = Math.max(timeAt(1), timeAt(3), timeAt(4));
const exponent = Math.log(timeAt(2) / timeAt(0)) / Math.log(16);
const failures = [
  ...(slowest > BAR_MS
    ? [`the slowest round of 10,000 x 1,000 takes ${slowest.toFixed(1)} ms, over ${BAR_MS} ms`]
    : []),
  ...(exponent > EXPONENT_BAR ? [`time grows with tickets to the power of ${exponent.toFixed(2)}`] : []),
];
console.log(`2,500 to 40,000 tickets: time grows to the power of ${exponent.toFixed(2)}.`);
for (const failure of failures) console.log(`NOT REACHED: ${failure}.`);
console.log(
  JSON.stringify({
    bench: 'dispatch',
    cases: CASES.map(({ name }, place) => ({ name, given: given[place], ...figures[place] })),
    exponent,
    failures,
  }),
);
process.exit(failures.length > 0 ? 1 : 0);
