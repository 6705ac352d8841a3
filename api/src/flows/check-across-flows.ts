import {
  checkProgram,
  type Flow as FlowDocument,
  type ProgramFlow,
  type ProgramIssue,
  type References,
} from '@alur/engine';
import { CalendarEntity } from '../calendars/calendar.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { loadAgents } from '../queues/load-agents.ts';
import { SlaPolicyEntity } from '../sla/sla-policy.entity.ts';
import type { Flow } from './flow.entity.ts';
import { storedFlow } from './read-document.ts';

/**
 * What the live flows of a workspace do to each other and meet in it, warnings only; with a document in place of a
 * flow's live one, as if it were published. Cost: pairs of flows that write a common field or may start one another.
 */
export async function checkAcrossFlows(
  em: EntityManager,
  workspaceId: string,
  references: References,
  candidate?: { readonly flow: Flow; readonly document: FlowDocument },
): Promise<readonly ProgramIssue[]> {
  const rows = await runStatement<Omit<ProgramFlow, 'flow'> & { document: unknown }>(
    em,
    `select f.id as "flowId", f.name, f.position, f.stop_on_match as "stopOnMatch", v.document
     from flow f join flow_version v on v.workspace_id = f.workspace_id and v.id = f.live_version_id
     where f.workspace_id = $1 and f.deleted_at is null and f.id is distinct from $2::uuid`,
    [workspaceId, candidate?.flow.id ?? null],
  );
  const flows = rows.map(({ document, ...row }): ProgramFlow => ({ ...row, flow: storedFlow(document) }));
  if (candidate) {
    const { id, name, position, stopOnMatch } = candidate.flow;
    flows.push({ flowId: id, name, position, stopOnMatch, flow: candidate.document });
  }
  return checkProgram(flows, {
    references,
    // What they can do matters here, whenever they are there.
    routingAgents: await loadAgents(em, workspaceId, new Date(0)),
    slaPolicies: await em.find(SlaPolicyEntity, {}),
    defaultCalendarId: (await em.findOne(CalendarEntity, { isDefault: true }))?.id ?? null,
  });
}

/** Those of the findings that are about a flow, from either side. */
export function findingsAbout(flowId: string, issues: readonly ProgramIssue[]): ProgramIssue[] {
  return issues.filter((issue) => issue.flowId === flowId || issue.otherFlowId === flowId);
}
