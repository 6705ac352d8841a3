import { type Calendar, compileCalendar, type Facts, type Sla, type SlaReading, slaFacts } from '@alur/engine';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { FACT_NEEDS, type FactNeed } from '../flows/read-version.ts';
import { loadSla } from '../sla/load-sla.ts';
import { type LoggedEvent, slaLog } from '../sla/ticket-log.ts';
import { loadCircumstances } from './circumstances.ts';
import { loadTickets } from './load-tickets.ts';
import { factsOf } from './ticket-facts.ts';

const ALL_NEEDS: ReadonlySet<FactNeed> = new Set(FACT_NEEDS);

/** What is known of a ticket at an instant. */
export interface TicketLook {
  /** Everything flows could know. */
  readonly facts: Facts;
  /** Its clocks; null where no SLA policy is set. */
  readonly clocks: SlaReading | null;
  /** Its event log, oldest first; empty where no clock is read. */
  readonly log: readonly LoggedEvent[];
}

/**
 * Everything known of stored tickets at an instant, by ticket id; for looking, not for running. Clocks are read by `sla`,
 * by the workspace's policies if absent; of what stands beside the tickets only `needs` is loaded, all of it if absent.
 */
export async function lookAtTickets(
  em: EntityManager,
  workspaceId: string,
  ticketIds: readonly string[],
  nowMs: number,
  { needs = ALL_NEEDS, ...given }: { readonly sla?: Sla | null; readonly needs?: ReadonlySet<FactNeed> } = {},
): Promise<Map<string, TicketLook>> {
  const now = new Date(nowMs);
  const sla = given.sla === undefined ? await loadSla(em, workspaceId) : given.sla;
  const { tickets, ...fields } = await loadTickets(em, workspaceId, ticketIds, now, sla !== null);
  const [calendar] = await runStatement<{ document: Calendar }>(
    em,
    'select document from calendar where workspace_id = $1 and is_default',
    [workspaceId],
  );
  const businessClock = calendar ? compileCalendar(calendar.document) : null;
  const contactIds = tickets.map(({ contact }) => contact.id);
  const circumstances = await loadCircumstances(em, workspaceId, needs, contactIds, now);
  const basis = { ...fields, businessClock, circumstances };
  return new Map(
    tickets.map((found) => {
      const facts = factsOf(found, basis, nowMs);
      const clocks = sla ? sla.read(slaLog(found.log, facts), nowMs) : null;
      return [found.ticket.id, { facts: { ...facts, ...(clocks && slaFacts(clocks)) }, clocks, log: found.log }];
    }),
  );
}
