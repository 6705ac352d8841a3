import {
  checkFlowInProgram,
  checkProgram,
  type Flow as FlowDocument,
  type ProgramFlow,
  type ProgramIssue,
  type ProgramWorld,
  type References,
} from '@alur/engine';
import { CalendarEntity } from '../calendars/calendar.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { loadAgents } from '../queues/load-agents.ts';
import { SlaPolicyEntity } from '../sla/sla-policy.entity.ts';
import type { Flow } from './flow.entity.ts';
import { storedFlow } from './read-document.ts';

/** What the live flows of a workspace do to each other and meet in it, warnings only. */
export async function checkLiveFlows(
  em: EntityManager,
  workspaceId: string,
  references: References,
): Promise<readonly ProgramIssue[]> {
  const flows = await liveFlows(em, workspaceId, null);
  return checkProgram(flows, await worldOf(em, workspaceId, references));
}

/**
 * What live flows would do to this one and it to them, warnings only, were this document published. Cost: pairs of this
 * flow and others that write a common field, or of which one may start the other.
 */
export async function checkAmongLiveFlows(
  em: EntityManager,
  workspaceId: string,
  references: References,
  { flow, document }: { readonly flow: Flow; readonly document: FlowDocument },
): Promise<readonly ProgramIssue[]> {
  const { id, name, position, stopOnMatch } = flow;
  const others = await liveFlows(em, workspaceId, id);
  const flows = [...others, { flowId: id, name, position, stopOnMatch, flow: document }];
  return checkFlowInProgram(id, flows, await worldOf(em, workspaceId, references));
}

async function liveFlows(em: EntityManager, workspaceId: string, exceptId: string | null): Promise<ProgramFlow[]> {
  const rows = await runStatement<Omit<ProgramFlow, 'flow'> & { document: unknown }>(
    em,
    `select f.id as "flowId", f.name, f.position, f.stop_on_match as "stopOnMatch", v.document
     from flow f join flow_version v on v.workspace_id = f.workspace_id and v.id = f.live_version_id
     where f.workspace_id = $1 and f.deleted_at is null and f.id is distinct from $2::uuid`,
    [workspaceId, exceptId],
  );
  return rows.map(({ document, ...row }): ProgramFlow => ({ ...row, flow: storedFlow(document) }));
}

async function worldOf(em: EntityManager, workspaceId: string, references: References): Promise<ProgramWorld> {
  return {
    references,
    // What they can do matters here, whenever they are there.
    routingAgents: await loadAgents(em, workspaceId, new Date(0)),
    slaPolicies: await em.find(SlaPolicyEntity, {}),
    defaultCalendarId: (await em.findOne(CalendarEntity, { isDefault: true }))?.id ?? null,
  };
}
