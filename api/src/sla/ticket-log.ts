import type { ActorKind, Facts, FactValue, SlaEvent } from '@alur/engine';

/** A line of a ticket's event log, as far as its clocks read it. */
export interface LoggedEvent {
  readonly type: string;
  readonly actorKind: ActorKind;
  /** Changed facts as `{from, to}`, among other things. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

interface Change {
  readonly from: FactValue | null;
  readonly to: FactValue | null;
}

/**
 * A ticket's log as its clocks are read from it. What the ticket was when it was created is found by taking back, from
 * what it is now, every change since; so nothing but the log is needed for the past. `log` in the order written.
 */
export function slaLog(log: readonly LoggedEvent[], factsNow: Facts): readonly SlaEvent[] {
  const facts: Record<string, FactValue | null | undefined> = { ...factsNow };
  for (const { data } of log.toReversed()) {
    for (const [fact, { from }] of changesIn(data)) facts[fact] = from;
  }
  return log.flatMap((event): SlaEvent[] => {
    const { actorKind: by, at } = event;
    const type = typeOf(event);
    if (type === 'created') return [{ type, by, atMs: at.getTime(), facts }];
    const changed = changesIn(event.data).map(([fact, { to }]) => [fact, to] as const);
    if (type === 'changed' && changed.length === 0) return [];
    return [{ type, by, atMs: at.getTime(), facts: Object.fromEntries(changed) }];
  });
}

function typeOf({ type, data }: LoggedEvent): SlaEvent['type'] {
  if (type === 'created') return 'created';
  if (type !== 'replied') return 'changed';
  switch (data.author) {
    case 'customer':
      return 'customerMessage';
    case 'agent':
      return 'agentReply';
    default:
      return 'botReply';
  }
}

function changesIn(data: LoggedEvent['data']): readonly (readonly [string, Change])[] {
  return Object.entries(data).flatMap(([fact, value]) => (isChange(value) ? [[fact, value] as const] : []));
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
