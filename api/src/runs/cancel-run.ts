import type { Actor } from '../access/actor.ts';
import { runStatement } from '../database/run-statement.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import { changeTicket, doerOf, type TicketParts } from '../tickets/change-ticket.ts';
import { wakeRun } from './handle-events.ts';

/**
 * Ends a run that waits: it goes no further, what it did stands. Gives the id of the run that began it.
 * @throws Refusal where it doesn't wait; NOT_FOUND
 */
export async function cancelRun(parts: TicketParts, actor: Actor, id: string): Promise<string> {
  const { workspaceId } = actor;
  const [run] = isId(id)
    ? await parts.database.inWorkspace(workspaceId, (em) =>
        runStatement<{ ticket_id: string; began_as: string }>(
          em,
          'select ticket_id, coalesce(continues, id) as began_as from run where workspace_id = $1 and id = $2',
          [workspaceId, id],
        ),
      )
    : [];
  if (!run) throw notFound('run');
  await changeTicket(parts, workspaceId, run.ticket_id, ({ handling, inHand }) => {
    if (!inHand.memory.waiting.some(({ runId }) => runId === run.began_as))
      throw refusal('NOT_POSSIBLE_NOW', 'This run does not wait: it has come to its end.', 'runId');
    inHand.log('runCancelled', doerOf(actor), { runId: run.began_as }, run.began_as);
    wakeRun(handling, inHand, run.began_as, { type: 'cancel' });
  });
  return run.began_as;
}
