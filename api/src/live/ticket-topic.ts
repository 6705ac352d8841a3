import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { TICKETS } from '../runs/row-sets.ts';
import type { TicketRow } from '../runs/rows.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { LiveSource, type StateTopic } from './live-topic.ts';

/** What a subscription to one ticket watches. @throws NOT_FOUND */
export function ticketSource(id: string): LiveSource {
  if (!isId(id)) throw notFound('ticket');
  return new LiveSource(`ticket ${id}`, topicOf(id));
}

function topicOf(id: string): StateTopic<TicketRow> {
  return {
    kind: 'state',
    intervalMs: 100,
    refreshMs: 30_000,
    concerns: ({ about, ids }) => about === 'tickets' && (ids === undefined || ids.includes(id)),
    load: (app, { workspaceId }) => app.database.inWorkspace(workspaceId, (em) => load(em, workspaceId, id)),
  };
}

/** A change of a ticket that its own row doesn't show, such as a message, still is in its log. */
async function load(em: EntityManager, workspaceId: string, id: string) {
  const [found] = await runStatement<{ row: unknown; last: string }>(
    em,
    `select ${TICKETS.json('t')} as row,
            (select max(sequence) from ticket_event e where e.workspace_id = $1 and e.ticket_id = t.id) as last
     from ticket t where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, id],
  );
  if (!found) throw notFound('ticket');
  return { root: TICKETS.read(found.row), fingerprint: JSON.stringify(found) };
}
