/** A workspace whose tickets a flow routes by category, and its twin for statements issued bare. */
import type { Database } from '../../api/src/database/database.ts';
import { createFlow, type FlowParts } from '../../api/src/flows/arrange-flows.ts';
import { Programs } from '../../api/src/flows/programs.ts';
import { publishFlow } from '../../api/src/flows/publish-flow.ts';
import { Acceptor } from '../../api/src/tickets/acceptor.ts';
import type { Intake } from '../../api/src/tickets/intake.ts';
import { type Recorder, toTwins, twinId } from './recorder.bench-support.ts';

export interface Desk {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly acceptor: Acceptor;
  readonly programs: Programs;
}

/** What a desk is made of. */
export interface DeskPlan {
  readonly queues: number;
  /** What every route asks of agents. */
  readonly requirement: (skillId: string) => object;
  /** Agents, online, who speak all languages and hold four tickets each. */
  readonly agents?: number;
}

let counter = 0;
/** Ids in order of time, as the server's are; none collides with a twin. */
export function newId(): string {
  counter += 1;
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${counter.toString(16).padStart(12, '0')}`;
}

/** A workspace with a channel, a queue per category and the ids to make its twin from. */
async function makeWorkspace(database: Database, id: (own: string) => string, ids: readonly string[]): Promise<void> {
  const [workspaceId = '', channelId = '', skillId = '', ...queueIds] = ids.map(id);
  await database.inWorkspace(workspaceId, async (em) => {
    await em.execute(`insert into workspace (id, slug, name, time_zone) values (?, ?, 'Bench', 'UTC')`, [
      workspaceId,
      workspaceId,
    ]);
    await em.execute('insert into workspace_counter (workspace_id) values (?)', [workspaceId]);
    await em.execute(`insert into channel (workspace_id, id, name, type) values (?, ?, 'API', 'api')`, [
      workspaceId,
      channelId,
    ]);
    await em.execute(`insert into skill (workspace_id, id, name) values (?, ?, 'Any')`, [workspaceId, skillId]);
    for (const [index, queueId] of queueIds.entries())
      await em.execute('insert into queue (workspace_id, id, name, is_fallback, position) values (?, ?, ?, ?, ?)', [
        workspaceId,
        queueId,
        `Queue ${index}`,
        index === 0,
        index,
      ]);
  });
}

async function addAgents(
  database: Database,
  id: (own: string) => string,
  workspaceId: string,
  agentIds: readonly string[],
): Promise<void> {
  await database.inWorkspace(id(workspaceId), (em) =>
    em.execute(
      `insert into agent (workspace_id, id, name, presence, capacity, languages)
       select ?, a.id, a.id::text, 'online', 4, '{en,id,de,fr}' from unnest(?::uuid[]) as a(id)`,
      [id(workspaceId), `{${agentIds.map(id).join(',')}}`],
    ),
  );
}

/** Routes by category: a case, and a route, per queue. */
function routingFlow(queueIds: readonly string[], requirement: object) {
  const at = { x: 0, y: 0 };
  const cases = queueIds.map((_, index) => ({
    id: `c${index}`,
    condition: { fact: 'ticket.category', op: 'is', value: `Category ${index}` },
  }));
  return {
    format: 1,
    nodes: [
      { id: 'start', kind: 'trigger.ticketCreated', position: at, config: {} },
      { id: 'which', kind: 'filter.switch', position: at, config: { cases } },
      ...queueIds.map((queueId, index) => ({
        id: `route${index}`,
        kind: 'action.route',
        position: at,
        config: { queueId, requirement },
      })),
    ],
    edges: [
      { id: 'e', from: { node: 'start', port: 'then' }, to: { node: 'which' } },
      ...queueIds.map((_, index) => ({
        id: `e${index}`,
        from: { node: 'which', port: `c${index}` },
        to: { node: `route${index}` },
      })),
    ],
    notes: [],
  };
}

const silent = { error: (...words: unknown[]) => console.error(...words) } as unknown as ConstructorParameters<
  typeof Programs
>[0];

export async function openDesk(database: Database, recorder: Recorder, plan: DeskPlan): Promise<Desk> {
  const ids = Array.from({ length: 3 + plan.queues }, newId);
  const [workspaceId = '', channelId = '', skillId = '', ...queueIds] = ids;
  const agentIds = Array.from({ length: plan.agents ?? 0 }, newId);
  for (const id of [(own: string) => own, twinId]) {
    await makeWorkspace(database, id, ids);
    await addAgents(database, id, workspaceId, agentIds);
  }
  const notices = { publish() {}, subscribe: () => () => {} };
  const clock = { nowMs: Date.now };
  const parts: FlowParts = { database, notices, clock };
  const actor = {
    workspaceId,
    kind: 'system',
    id: workspaceId,
    name: 'Bench',
    role: 'admin',
    agentId: null,
    locale: 'en',
    credentialId: workspaceId,
  } as const;
  recorder.take();
  const flow = await createFlow(parts, actor, {
    name: 'Route',
    document: routingFlow(queueIds, plan.requirement(skillId)),
  });
  const { version } = await publishFlow(parts, actor, { flowId: flow.id, revision: 1 });
  if (!version) throw new Error('The flow of the benchmark has errors.');
  const programs = new Programs(silent);
  const acceptor = new Acceptor({ database, notices, clock, programs, onQueued: () => {} });
  // Compiled once, as in a server that has been running; the twin gets the flow by the same statements.
  await acceptor.accept(workspaceId, intakeOf(channelId, -1, plan.queues));
  await recorder.replay(toTwins(recorder.take()));
  return { workspaceId, channelId, acceptor, programs };
}

/** A ticket of one of the first so many categories. */
export function intakeOf(channelId: string, index: number, categories = 12): Intake {
  return {
    channelId,
    externalId: `T-${index}`,
    contact: { email: `customer${index % 200}@example.org`, name: `Customer ${index % 200}` },
    subject: `Ticket ${index}: something does not work as it should`,
    message: 'It worked yesterday. Since this morning it shows an error whenever the form is sent. '.repeat(3),
    category: `Category ${Math.abs(index) % categories}`,
    priority: 'normal',
    tags: ['bench'],
    isAutomated: false,
    actor: { kind: 'api', id: null, name: 'Bench' },
  };
}
