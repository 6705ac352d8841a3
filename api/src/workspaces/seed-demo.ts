import { v7 as newId } from 'uuid';
import type { Actor, Role } from '../access/actor.ts';
import { hashPassword } from '../access/password.ts';
import { UserEntity } from '../access/user.entity.ts';
import type { App } from '../app.ts';
import { ChannelEntity } from '../channels/channel.entity.ts';
import { CustomFieldEntity } from '../custom-fields/custom-field.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { createFlow } from '../flows/arrange-flows.ts';
import { FlowEntity } from '../flows/flow.entity.ts';
import { publishFlow } from '../flows/publish-flow.ts';
import { loadRoster, loadRouteTable } from '../incidents/incident-data.ts';
import { INCIDENT_CUSTOM_FIELDS } from '../incidents/incident-to-intake.ts';
import { QueueEntity } from '../queues/queue.entity.ts';
import { type DemoGroup, demoFlow, mainRoutes } from './demo-flow.ts';
import { seedPromises } from './seed-promises.ts';
import { seedRoster } from './seed-roster.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** The password of every demo user. Demo workspaces are for trying; they hold nothing worth protecting. */
export const DEMO_PASSWORD = 'try-alur-today';

/** Who may sign in to the demo workspace. */
export const DEMO_USERS: readonly {
  readonly email: string;
  readonly role: Role;
  readonly name: string;
  readonly does: string;
}[] = [
  { email: 'manager@demo.example', role: 'manager', name: 'Demo manager', does: 'draws flows, runs the replay' },
  { email: 'agent@demo.example', role: 'agent', name: 'Demo agent', does: 'works on tickets' },
  { email: 'viewer@demo.example', role: 'viewer', name: 'Demo viewer', does: 'looks on' },
  { email: 'admin@demo.example', role: 'admin', name: 'Demo admin', does: 'manages users and API tokens' },
];

const CHANNELS = [
  { name: 'Phone', type: 'phone', weight: 1 },
  { name: 'Email', type: 'email', weight: 1 },
  { name: 'Self service', type: 'self-service', weight: 1 },
  { name: 'Web', type: 'web', weight: 1 },
  { name: 'API', type: 'api', weight: 1 },
] as const;

const HOUR_MS = 3_600_000;
/** The log's response times are those of IT support: hours, not minutes. */
const TARGETS = {
  targetLowMs: 8 * HOUR_MS,
  targetNormalMs: 4 * HOUR_MS,
  targetHighMs: HOUR_MS,
  targetUrgentMs: HOUR_MS / 4,
};

const FLOW_NAME = 'Route incidents by intake fields';

/**
 * Fills an empty database with the demo workspace: users for each role, the teams, queues and agents of the shipped
 * incident log, and the flow that routes its incidents. Does nothing where there is a workspace already, save to
 * publish the demo's flow if a start was cut short before it.
 *
 * @returns the oldest workspace, and whether it is the demo.
 */
export async function ensureDemo(app: App): Promise<{ workspaceId: string; isDemo: boolean }> {
  const known = await app.database.inDirectory(async (em) => {
    const [first] = await em.find(WorkspaceEntity, {}, { orderBy: { createdAt: 'asc' }, limit: 1 });
    return first ?? null;
  });
  const workspaceId = known?.id ?? newId();
  const isDemo = known?.isDemo ?? true;
  if (!known) {
    await seedWorkspace(app, workspaceId);
    await app.database.keepUp();
  }
  if (isDemo) await publishDemoFlow(app, workspaceId);
  return { workspaceId, isDemo };
}

async function seedWorkspace(app: App, workspaceId: string): Promise<void> {
  const now = new Date(app.clock.nowMs());
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await app.database.inWorkspace(workspaceId, async (em) => {
    em.create(WorkspaceEntity, {
      id: workspaceId,
      slug: 'demo',
      name: 'Demo',
      timeZone: 'UTC',
      isDemo: true,
      createdAt: now,
    });
    await em.flush();
    await em.execute('insert into workspace_counter (workspace_id) values (?)', [workspaceId]);
    for (const channel of CHANNELS) em.create(ChannelEntity, { id: newId(), workspaceId, ...channel });
    for (const field of INCIDENT_CUSTOM_FIELDS)
      em.create(CustomFieldEntity, { id: newId(), workspaceId, options: [], ...field });
    em.create(QueueEntity, {
      id: newId(),
      workspaceId,
      name: 'Fallback',
      policy: 'balanced',
      ticketLimit: 1_000,
      ...TARGETS,
      isFallback: true,
      position: 0,
    });
    seedPromises(em, workspaceId);
    const demoAgentId = await seedRoster(em, workspaceId, loadRoster(), TARGETS, now);
    for (const { email, role, name } of DEMO_USERS)
      em.create(UserEntity, {
        id: newId(),
        workspaceId,
        email,
        name,
        role,
        passwordHash,
        locale: 'en',
        agentId: role === 'agent' ? demoAgentId : null,
        isActive: true,
        createdAt: now,
      });
    await em.flush();
  });
}

async function publishDemoFlow(app: App, workspaceId: string): Promise<void> {
  const { groups, hasFlow } = await app.database.inWorkspace(workspaceId, async (em) => ({
    hasFlow: (await em.count(FlowEntity, {})) > 0,
    groups: await groupsByName(em),
  }));
  if (hasFlow) return;
  const actor: Actor = {
    workspaceId,
    kind: 'system',
    id: workspaceId,
    name: 'Alur',
    role: 'admin',
    agentId: null,
    locale: 'en',
    credentialId: workspaceId,
  };
  const flow = await createFlow(app, actor, {
    name: FLOW_NAME,
    document: demoFlow(mainRoutes(loadRouteTable()), groups),
  });
  const note = 'Learned from the first 80 % of the public incident log.';
  const { version, issues } = await publishFlow(app, actor, { flowId: flow.id, revision: flow.draftRevision, note });
  if (!version) throw new Error(`The demo flow does not pass its check: ${issues.map(({ code }) => code).join(', ')}`);
}

async function groupsByName(em: EntityManager): Promise<Map<string, DemoGroup>> {
  const rows = await em.execute<{ name: string; queue_id: string; skill_id: string }[]>(
    'select q.name, q.id as queue_id, s.id as skill_id from queue q join skill s on s.workspace_id = q.workspace_id and s.name = q.name',
  );
  return new Map(rows.map((row) => [row.name, { queueId: row.queue_id, skillId: row.skill_id }]));
}
