import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlurProcess, startAlur } from '../running/alur-process.ts';
import { askOrThrow } from '../running/graphql-client.ts';
import { type ScratchPostgres, scratchPostgres } from '../running/scratch-postgres.ts';

const PROCESSES = 4;
const TICKETS = 2_000;
const AGENTS = 12;
const CAPACITY = 3;

interface LoggedEvent {
  readonly type: string;
  readonly ticket_id: string;
  readonly data: Readonly<Record<string, { from: string | null; to: string | null } | undefined>>;
}

/** What the event log says happened: who held what at every moment, in the order of commit. */
interface Replayed {
  readonly overCapacity: readonly string[];
  readonly takenTwice: readonly string[];
  readonly assignedTickets: number;
}

/**
 * Several processes take tickets, dispatch and solve on one database while agents come and go. The oracle reads nothing
 * but the event log: nobody above capacity at any moment, no ticket with two agents; and in the end nothing waits.
 */
describe('four processes on one PostgreSQL', () => {
  let postgres: ScratchPostgres;
  let db: pg.Client;
  const alurs: AlurProcess[] = [];

  beforeAll(async () => {
    postgres = await scratchPostgres();
    for (let index = 0; index < PROCESSES; index++) alurs.push(await startAlur({ DATABASE_URL: postgres.url }));
    db = new pg.Client({ connectionString: postgres.url });
    await db.connect();
  }, 240_000);
  afterAll(async () => {
    await db?.end();
    await Promise.all(alurs.map((alur) => alur.dispose()));
    await postgres?.drop();
  }, 120_000);

  it('hand every ticket to one agent with room, and leave none behind', async () => {
    const tokens = alurs.map((alur) => alur.operatorToken());
    const call = <T>(at: number, query: string, variables: Record<string, unknown> = {}): Promise<T> => {
      const index = at % PROCESSES;
      return askOrThrow<T>(alurs[index]?.url ?? '', query, variables, tokens[index] ?? '');
    };
    const agentIds = await makeDesk(call);

    let isOver = false;
    const flapping = (async () => {
      for (let turn = 0; !isOver; turn++) {
        const presence = ['OFFLINE', 'ONLINE', 'AWAY', 'ONLINE', 'ONLINE'][turn % 5];
        const input = { agentId: agentIds[(turn * 7) % AGENTS], presence };
        await call(turn, SET_PRESENCE, { input });
      }
      for (const agentId of agentIds) await call(0, SET_PRESENCE, { input: { agentId, presence: 'ONLINE' } });
    })();

    const solve = async (at: number, limit: number) => {
      const { rows } = await db.query<{ id: string }>(
        `select id from ticket where assignee_id = any($1) and status = 'open' order by random() limit $2`,
        [agentIds, limit],
      );
      await Promise.all(
        rows.map(({ id }, index) => call(at + index, UPDATE_TICKET, { input: { id, status: 'SOLVED' } })),
      );
      return rows.length;
    };
    const solving = (async () => {
      for (let turn = 0; !isOver; turn++) if ((await solve(turn, 12)) === 0) await pause(20);
    })();

    await Promise.all(
      alurs.map(async (_alur, at) => {
        for (let sent = 0; sent < TICKETS / PROCESSES; sent += 20) {
          const tickets = Array.from({ length: 20 }, (_each, index) => ({
            externalId: `race-${at}-${sent + index}`,
            subject: 'Race',
            category: 'Race',
          }));
          await call(at, CREATE_TICKETS, { input: { tickets } });
        }
      }),
    );
    isOver = true;
    await Promise.all([flapping, solving]);

    // All agents are here now: whatever still waits must be taken as soon as somebody has room.
    const deadlineMs = performance.now() + 120_000;
    for (let turn = 0; (await unsolved()) > 0; turn++) {
      if (performance.now() > deadlineMs) throw new Error(`${await unsolved()} tickets were left behind.`);
      if ((await solve(turn, 40)) === 0) await pause(50);
    }

    const replayed = replay(await readLog(), new Set(agentIds));
    expect(replayed.overCapacity).toEqual([]);
    expect(replayed.takenTwice).toEqual([]);
    expect(replayed.assignedTickets).toBe(TICKETS);
  }, 300_000);

  async function unsolved(): Promise<number> {
    const { rows } = await db.query<{ count: string }>(
      `select count(*) from ticket where category = 'Race' and status <> 'solved'`,
    );
    return Number(rows[0]?.count);
  }

  async function readLog(): Promise<readonly LoggedEvent[]> {
    const { rows } = await db.query<LoggedEvent>(
      `select e.type, e.ticket_id, e.data from ticket_event e join ticket t on t.id = e.ticket_id
       where t.category = 'Race' order by e.sequence`,
    );
    return rows;
  }
});

describe('the oracle', () => {
  const assigned = (ticket: string, from: string | null, to: string | null): LoggedEvent => ({
    type: to ? 'assigned' : 'unassigned',
    ticket_id: ticket,
    data: { 'ticket.assignee': { from, to } },
  });

  it('sees an agent above capacity and a ticket taken from under somebody', () => {
    const log = ['1', '2', '3', '4'].map((ticket) => assigned(ticket, null, 'a'));
    expect(replay(log, new Set(['a'])).overCapacity).toHaveLength(1);
    const stolen = [assigned('1', null, 'a'), assigned('1', null, 'b')];
    expect(replay(stolen, new Set(['a', 'b'])).takenTwice).toEqual(['1']);
  });
});

function replay(log: readonly LoggedEvent[], agentIds: ReadonlySet<string>): Replayed {
  const holder = new Map<string, string>();
  const held = new Map<string, Set<string>>();
  const everAssigned = new Set<string>();
  const overCapacity: string[] = [];
  const takenTwice: string[] = [];
  const giveUp = (ticket: string) => held.get(holder.get(ticket) ?? '')?.delete(ticket);
  for (const { type, ticket_id: ticket, data } of log) {
    const change = data['ticket.assignee'];
    if (change) {
      if ((holder.get(ticket) ?? null) !== change.from) takenTwice.push(ticket);
      giveUp(ticket);
      if (change.to === null) holder.delete(ticket);
      else {
        holder.set(ticket, change.to);
        everAssigned.add(ticket);
        const own = held.get(change.to) ?? new Set();
        held.set(change.to, own.add(ticket));
        if (agentIds.has(change.to) && own.size > CAPACITY) overCapacity.push(`${change.to}: ${own.size}`);
      }
    }
    if (type === 'solved') giveUp(ticket);
  }
  return { overCapacity, takenTwice, assignedTickets: everAssigned.size };
}

type Call = <T>(at: number, query: string, variables?: Record<string, unknown>) => Promise<T>;

/** A queue, a skill, agents who have it, and a live flow that routes the race's tickets there. Gives the agents' ids. */
async function makeDesk(call: Call): Promise<readonly string[]> {
  const { createSkill } = await call<{ createSkill: { skill: { id: string } } }>(0, CREATE_SKILL, {
    input: { name: 'Racing' },
  });
  const { createQueue } = await call<{ createQueue: { queue: { id: string } } }>(0, CREATE_QUEUE, {
    input: { name: 'Race' },
  });
  const skillId = createSkill.skill.id;
  const agentIds: string[] = [];
  for (let index = 0; index < AGENTS; index++) {
    const { createAgent } = await call<{ createAgent: { agent: { id: string } } }>(index, CREATE_AGENT, {
      input: {
        name: `Racer ${index}`,
        capacity: CAPACITY,
        skills: [{ skillId, level: (index % 5) + 1 }],
        presence: 'ONLINE',
      },
    });
    agentIds.push(createAgent.agent.id);
  }
  const node = (id: string, kind: string, config: object) => ({ id, kind, position: { x: 0, y: 0 }, config });
  const document = {
    format: 1,
    nodes: [
      node('start', 'trigger.ticketCreated', {}),
      node('if', 'filter.condition', { condition: { fact: 'ticket.category', op: 'is', value: 'Race' } }),
      node('route', 'action.route', {
        queueId: createQueue.queue.id,
        requirement: { skills: [{ skillId, level: 1 }] },
      }),
    ],
    edges: [
      { id: 'e1', from: { node: 'start', port: 'then' }, to: { node: 'if' } },
      { id: 'e2', from: { node: 'if', port: 'yes' }, to: { node: 'route' } },
    ],
    notes: [],
  };
  const { createFlow } = await call<{ createFlow: { flow: { id: string; draft: { revision: number } } } }>(
    0,
    'mutation ($input: CreateFlowInput!) { createFlow(input: $input) { flow { id draft { revision } } } }',
    { input: { name: 'Race', document } },
  );
  const { publishFlow } = await call<{ publishFlow: { version: object | null } }>(
    0,
    'mutation ($input: PublishFlowInput!) { publishFlow(input: $input) { version { id } } }',
    { input: { flowId: createFlow.flow.id, revision: createFlow.flow.draft.revision } },
  );
  expect(publishFlow.version).not.toBeNull();
  return agentIds;
}

const CREATE_SKILL = 'mutation ($input: CreateSkillInput!) { createSkill(input: $input) { skill { id } } }';
const CREATE_QUEUE = 'mutation ($input: CreateQueueInput!) { createQueue(input: $input) { queue { id } } }';
const CREATE_AGENT = 'mutation ($input: CreateAgentInput!) { createAgent(input: $input) { agent { id } } }';
const SET_PRESENCE = 'mutation ($input: SetPresenceInput!) { setPresence(input: $input) { agent { id } } }';
const UPDATE_TICKET =
  'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id } userErrors { code } } }';
const CREATE_TICKETS = `mutation ($input: CreateTicketsInput!) {
  createTickets(input: $input) { results { ticket { id } userErrors { code message } } userErrors { code message } }
}`;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
