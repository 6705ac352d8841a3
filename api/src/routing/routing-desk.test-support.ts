import type { Calendar } from '@alur/engine';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.ts';
import { Loaders } from '../server/loaders.ts';
import { Refusal } from '../server/refusal.ts';
import { whyKey, whyOfTicket } from '../tickets/explain-tickets.ts';
import type { Desk } from '../workspaces/desk.test-support.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** What tests of routing do with a desk, and see of it. */
export type RoutingDesk = ReturnType<typeof routingDesk>;

export function routingDesk(desk: Desk) {
  /** Everything that is due now is done. */
  const settle = async () => {
    await desk.app.timers.fire();
    desk.app.dispatcher.wake(desk.workspaceId);
    await desk.app.dispatcher.settled();
  };
  const pass = async (ms: number) => {
    desk.clock.advance(ms);
    await settle();
  };
  const create = async (over?: Parameters<Desk['intake']>[0]) => {
    const { ticketId } = await desk.app.acceptor.accept(desk.workspaceId, desk.intake(over));
    await desk.app.dispatcher.settled();
    return ticketId;
  };
  const assigneeOf = async (ticketId: string) => {
    const [row] = await desk.rows<{ assignee_id: string | null }>('select assignee_id from ticket where id = ?', [
      ticketId,
    ]);
    return row?.assignee_id ?? null;
  };
  const queueOf = async (ticketId: string) => {
    const [row] = await desk.rows<{ queue_id: string }>('select queue_id from ticket where id = ?', [ticketId]);
    return row?.queue_id;
  };
  const eventTypes = async (ticketId: string) => {
    const rows = await desk.rows<{ type: string }>(
      'select type from ticket_event where ticket_id = ? order by sequence',
      [ticketId],
    );
    return rows.map(({ type }) => type);
  };
  const why = async (ticketId: string, locale: 'en' | 'id' = 'en') => {
    const loaders = new Loaders(desk.app.database, desk.workspaceId);
    const entries = (await loaders.load(whyOfTicket, whyKey(ticketId, locale, desk.clock.nowMs()))) ?? [];
    return entries.flatMap(({ text, details }) => [text, ...details]).join('\n');
  };
  const as = (agentId: string): Actor => ({ ...desk.actor, role: 'agent', agentId });
  const routeTo = (config: Record<string, unknown>) =>
    desk.publish('Route', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'route', kind: 'action.route', config: { queueId: desk.queueId, requirement: { skills: [] }, ...config } },
    ]);
  const addCalendar = async (from: string, to: string) => {
    const id = v7();
    const document: Calendar = {
      timeZone: 'UTC',
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
      holidays: [],
      exceptions: [],
    };
    await desk.rows('insert into calendar (workspace_id, id, name, document, is_default) values (?, ?, ?, ?, false)', [
      desk.workspaceId,
      id,
      id,
      JSON.stringify(document),
    ]);
    return id;
  };
  const failure = async (work: Promise<unknown>) => {
    const error = await work.catch((thrown: unknown) => thrown);
    return error instanceof Refusal ? error.userErrors[0]?.code : error;
  };
  return {
    settle,
    pass,
    create,
    assigneeOf,
    queueOf,
    eventTypes,
    why,
    as,
    routeTo,
    addCalendar,
    failure,
  };
}
