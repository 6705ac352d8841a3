import type { FieldChanges } from '../facts/event.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import type { FlowNode } from '../flow/flow.ts';

export type Loose = Record<string, FactValue | null | undefined>;

/** One thing an action asks for, and what it makes of any facts. */
export interface NaiveAsk {
  /** After the name of the step; of what is written, the fields and what they become. */
  readonly text: (written: Facts) => string;
  /** It is asked for even where it changes nothing. */
  readonly isAlways: boolean;
  readonly recipients: readonly string[];
  readonly writes: (facts: Facts) => Loose;
}

/** What an action asks for, or why it cannot; where it reaches outside, whether its outcome is waited for. */
export type NaiveAction =
  | { readonly failure: string }
  | { readonly asks: readonly NaiveAsk[]; readonly waits: 'never' | 'always' | 'ifFailedIsDrawn' };

export function present(value: FactValue | null | undefined): FactValue | null {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}

function set(fact: string, value: FactValue | null): NaiveAsk {
  return {
    text: () => `${fact}=${JSON.stringify(value)}`,
    isAlways: false,
    recipients: [],
    writes: () => ({ [fact]: value }),
  };
}

function tags({ add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] }): NaiveAsk {
  return {
    text: (written) => `ticket.tags=${JSON.stringify(written['ticket.tags'])}`,
    isAlways: false,
    recipients: [],
    writes: (facts) => {
      const before = (facts['ticket.tags'] || []) as string[];
      const isChanged = add.some((tag) => !before.includes(tag)) || remove.some((tag) => before.includes(tag));
      if (!isChanged) return {};
      const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag)).sort();
      return { 'ticket.tags': after.length > 0 ? after : null };
    },
  };
}

function give(text: string, writes: NaiveAsk['writes'], isAlways = false): NaiveAsk {
  return { text: () => text, isAlways, recipients: [], writes };
}

function message(text: string, recipient: string): NaiveAsk {
  return { text: () => text, isAlways: true, recipients: [recipient], writes: () => ({}) };
}

/** Another queue, and another team by a hand-over, takes the ticket from its agent. */
function moved(fact: string, id: unknown): NaiveAsk['writes'] {
  return (facts) => (facts[fact] === id ? {} : { [fact]: id as string, 'ticket.assignee': null });
}

export function enqueued(queueId: string): NaiveAsk {
  return give(`enqueue ${queueId}`, moved('ticket.queue', queueId), true);
}

const OFFERED = ['low', 'normal', 'high', 'urgent'];

/** A copied value as the priority or the level takes it; undefined where it does not fit. */
function fitting(field: string, value: FactValue): FactValue | undefined {
  if (field === 'ticket.level') return [1, 2, 3, 4, 5].find((level) => level === value);
  return OFFERED.find((option) => typeof value === 'string' && option === value.toLowerCase());
}

function setFields(fields: Readonly<Record<string, FactValue | null | { readonly fact: string }>>, seen: Facts) {
  const asks: NaiveAsk[] = [];
  for (const [field, given] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (given === null || typeof given !== 'object' || !('fact' in given)) {
      asks.push(set(field, given));
      continue;
    }
    const copied = present(seen[given.fact]);
    if (copied === null) continue;
    const value = fitting(field, copied);
    if (value === undefined) return { failure: 'badValue' };
    asks.push(set(field, value));
  }
  return { asks, waits: 'never' } as const;
}

function escalate(level: unknown, seen: Facts): NaiveAction {
  const next = Number(level ?? Math.min(5, Number(seen['ticket.level'] || 1) + 1));
  return { asks: [set('ticket.level', next), message('notify', `level:${next}`)], waits: 'never' };
}

/** What an action asks for where it sees these facts. Replies and calls reach the outside world, and nothing else does. */
export function actionOf({ kind, config }: Pick<FlowNode, 'kind' | 'config'>, seen: Facts): NaiveAction {
  const asks = (...list: readonly NaiveAsk[]): NaiveAction => ({ asks: list, waits: 'never' });
  switch (kind) {
    case 'action.setFields':
      return setFields(config.fields as Parameters<typeof setFields>[0], seen);
    case 'action.tags':
      return asks(tags(config as Parameters<typeof tags>[0]));
    case 'action.route':
      return asks(enqueued(String(config.queueId)));
    case 'action.assign': {
      const { agentId, teamId } = config as { agentId?: string; teamId?: string };
      const given = {
        ...(agentId ? { 'ticket.assignee': agentId } : {}),
        ...(teamId ? { 'ticket.team': teamId } : {}),
      };
      return asks(give('assign', () => given));
    }
    case 'action.unassign': {
      const agent = config.from === 'team' ? {} : { 'ticket.assignee': null };
      const team = config.from === 'agent' ? {} : { 'ticket.team': null };
      return asks(give('unassign', () => ({ ...agent, ...team })));
    }
    case 'action.transfer': {
      const { agentId, teamId, queueId } = config as { agentId?: string; teamId?: string; queueId?: string };
      if (agentId) return asks(give('transfer', () => ({ 'ticket.assignee': agentId })));
      return asks(give('transfer', teamId ? moved('ticket.team', teamId) : moved('ticket.queue', queueId)));
    }
    case 'action.escalate':
      return escalate(config.level, seen);
    case 'action.note':
      return asks(give('addNote', () => ({}), true));
    case 'action.notify':
      return asks(message('notify', 'supervisors'));
    case 'action.reply':
      return { asks: [message('sendReply', 'contact')], waits: 'ifFailedIsDrawn' };
    case 'action.solve':
    case 'action.close': {
      const move = set('ticket.status', kind === 'action.solve' ? 'solved' : 'closed');
      if (!config.message) return asks(move);
      return { asks: [message('sendReply', 'contact'), move], waits: 'ifFailedIsDrawn' };
    }
    case 'action.webhook':
      return { asks: [give('callWebhook', () => ({}), true)], waits: 'always' };
    default:
      return { failure: 'noProvider' };
  }
}

/** The events that one change of a ticket is: an update, a move of the status, a change of who is responsible. */
export function eventsOf(changes: FieldChanges): readonly { readonly type: string; readonly changes: FieldChanges }[] {
  const isOwner = (fact: string) => fact === 'ticket.assignee' || fact === 'ticket.team';
  const part = (isWanted: (fact: string, change: FieldChanges[string]) => boolean) =>
    Object.fromEntries(Object.entries(changes).filter(([fact, change]) => isWanted(fact, change)));
  const updates = part((fact) => !isOwner(fact));
  const owners = part(isOwner);
  const handed = part((fact, { from, to }) => isOwner(fact) && from !== null && to !== null);
  const { from, to } = changes['ticket.status'] ?? { from: null, to: null };
  const hasEnded = (status: FactValue | null) => status === 'solved' || status === 'closed';
  const moves = hasEnded(to) ? [`ticket${to === 'solved' ? 'Solved' : 'Closed'}`] : [];
  if (hasEnded(from) && !hasEnded(to)) moves.push('ticketReopened');
  return [
    { type: 'ticketUpdated', changes: updates },
    ...moves.map((type) => ({ type, changes: updates })),
    { type: 'ticketAssigned', changes: owners },
    { type: 'ticketTransferred', changes: handed },
  ].filter((event) => Object.keys(event.changes).length > 0);
}
