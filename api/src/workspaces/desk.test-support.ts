import type { Flow, FlowEdge, FlowNode, Presence } from '@alur/engine';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { type App, createApp } from '../app.ts';
import { loadConfig } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import { createFlow } from '../flows/arrange-flows.ts';
import { publishFlow } from '../flows/publish-flow.ts';
import type { Intake } from '../tickets/intake.ts';

/** A workspace with a channel, two queues, a team, two skills and a custom field, and an app over it. */
export interface Desk {
  readonly app: App;
  readonly actor: Actor;
  readonly workspaceId: string;
  readonly channelId: string;
  readonly queueId: string;
  readonly fallbackQueueId: string;
  readonly teamId: string;
  readonly skillIds: { readonly billing: string; readonly network: string };
  /** Advances when told to. */
  readonly clock: { nowMs(): number; advance(ms: number): void };
  intake(over?: Partial<Intake>): Intake;
  addAgent(over?: Partial<NewAgent>): Promise<string>;
  /** Publishes a flow, last in order, and gives its id. */
  publish(name: string, nodes: readonly TestNode[], stopOnMatch?: boolean): Promise<string>;
  rows<T = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

export interface NewAgent {
  readonly name: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly languages: readonly string[];
  readonly skills: Readonly<Record<string, number>>;
}

/** A node of a test flow, and where each port leads: by default `then`, `yes` and `done` to the next node in the list. */
export interface TestNode {
  readonly id: string;
  readonly kind: string;
  readonly config?: Record<string, unknown>;
  readonly ports?: Readonly<Record<string, string>>;
}

/** Makes a desk on an open database. Several may share one. */
export async function openDesk(database: Database): Promise<Desk> {
  const workspaceId = v7();
  const [channelId, queueId, fallbackQueueId, teamId, billing, network] = Array.from({ length: 6 }, () => v7()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  let nowMs = Date.UTC(2026, 2, 2, 9);
  const clock = {
    nowMs: () => nowMs,
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
  const app = createApp({ config: loadConfig({}, '/'), database, log: pino({ level: 'silent' }), clock });
  const rows = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    database.inWorkspace(workspaceId, (em) => em.execute<T[]>(sql, [...parameters]));
  await database.inWorkspace(workspaceId, async (em) => {
    const put = (sql: string, parameters: readonly unknown[]) => em.execute(sql, [...parameters]);
    await put(`insert into workspace (id, slug, name, time_zone) values (?, ?, 'Desk', 'Asia/Jakarta')`, [
      workspaceId,
      workspaceId,
    ]);
    await put('insert into workspace_counter (workspace_id) values (?)', [workspaceId]);
    await put(`insert into channel (workspace_id, id, name, type, weight) values (?, ?, 'Web', 'web', 1)`, [
      workspaceId,
      channelId,
    ]);
    const queue = `insert into queue (workspace_id, id, name, policy, is_fallback, position) values (?, ?, ?, 'balanced', ?, ?)`;
    await put(queue, [workspaceId, queueId, 'Billing', false, 0]);
    await put(queue, [workspaceId, fallbackQueueId, 'Anything else', true, 1]);
    await put(`insert into team (workspace_id, id, name) values (?, ?, 'Payments')`, [workspaceId, teamId]);
    const skill = 'insert into skill (workspace_id, id, name) values (?, ?, ?)';
    await put(skill, [workspaceId, billing, 'Billing']);
    await put(skill, [workspaceId, network, 'Network']);
    await put(
      `insert into custom_field (workspace_id, id, key, label, type) values (?, ?, 'location', 'Location', 'option')`,
      [workspaceId, v7()],
    );
  });
  const actor: Actor = {
    workspaceId,
    kind: 'user',
    id: v7(),
    name: 'Demo manager',
    role: 'manager',
    agentId: null,
    locale: 'en',
    credentialId: v7(),
  };
  return {
    app,
    actor,
    workspaceId,
    channelId,
    queueId,
    fallbackQueueId,
    teamId,
    skillIds: { billing, network },
    clock,
    rows,
    intake: (over = {}) => ({
      channelId,
      externalId: null,
      contact: { email: 'customer@example.org', name: 'A customer' },
      subject: 'My card was charged twice',
      message: 'Please look into it.',
      isAutomated: false,
      actor: { kind: 'customer', id: null, name: null },
      ...over,
    }),
    async addAgent(over = {}) {
      const id = v7();
      const { name = `Agent ${id}`, presence = 'online', capacity = 3, languages = [], skills = {} } = over;
      await database.inWorkspace(workspaceId, async (em) => {
        await em.execute(
          `insert into agent (workspace_id, id, name, presence, capacity, languages) values (?, ?, ?, ?, ?, ?::text[])`,
          [workspaceId, id, name, presence, capacity, `{${languages.join(',')}}`],
        );
        for (const [skillId, level] of Object.entries(skills))
          await em.execute('insert into agent_skill (workspace_id, agent_id, skill_id, level) values (?, ?, ?, ?)', [
            workspaceId,
            id,
            skillId,
            level,
          ]);
      });
      return id;
    },
    async publish(name, nodes, stopOnMatch = false) {
      const flow = await createFlow(app, actor, { name, document: testDocument(nodes) });
      if (stopOnMatch) await rows('update flow set stop_on_match = true where id = ?', [flow.id]);
      const { version, issues } = await publishFlow(app, actor, { flowId: flow.id, revision: flow.draftRevision });
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(version).not.toBeNull();
      return flow.id;
    },
  };
}

/** A flow document in which each node leads to the next, unless its ports say otherwise. */
export function testDocument(nodes: readonly TestNode[]): Flow {
  const edges: FlowEdge[] = nodes.flatMap(({ id, kind, ports }, index) => {
    const next = nodes[index + 1]?.id;
    const main = kind.startsWith('trigger.') ? 'then' : kind.startsWith('action.') ? 'done' : 'yes';
    const ways = ports ?? (next ? { [main]: next } : {});
    return Object.entries(ways).map(([port, node]) => ({
      id: `${id}-${port}`,
      from: { node: id, port },
      to: { node },
    }));
  });
  const placed: FlowNode[] = nodes.map(({ id, kind, config = {} }, index) => ({
    id,
    kind,
    config,
    position: { x: 0, y: index * 100 },
  }));
  return { format: 1, nodes: placed, edges, notes: [] };
}
