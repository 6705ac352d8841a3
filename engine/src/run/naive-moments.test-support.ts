import type { FieldChanges } from '../facts/event.ts';
import type { Facts } from '../facts/fact-value.ts';
import type { FlowNode } from '../flow/flow.ts';
import { present } from './naive-asking.test-support.ts';

/** What a trigger and a wait are told of an event. */
export interface NaiveHappening {
  readonly type: string;
  readonly by: string;
  readonly changes: FieldChanges | undefined;
  readonly isFirstReply?: boolean;
  readonly name?: string;
}

export function listens({ kind }: FlowNode, { type }: NaiveHappening): boolean {
  return kind === `trigger.${type}` || (kind === 'trigger.ticketUpdated' && type === 'ticketAssigned');
}

/** Why a trigger that listens does not fire; null where it does. */
export function missOf({ kind, config }: FlowNode, event: NaiveHappening, facts: Facts): string | null {
  const { changes = {} } = event;
  switch (kind) {
    case 'trigger.ticketCreated': {
      const channels = (config.channels ?? []) as string[];
      return channels.length === 0 || channels.includes(String(facts['ticket.channel'])) ? null : 'otherChannel';
    }
    case 'trigger.ticketUpdated': {
      const [change] = (config.fields as string[]).flatMap((fact) => changes[fact] ?? []);
      if (!change) return 'otherFields';
      const isOther = (wanted: unknown, value: unknown) =>
        wanted !== undefined && String(wanted).toLowerCase() !== String(value).toLowerCase();
      if (isOther(config.from, change.from)) return 'otherValueBefore';
      return isOther(config.to, change.to) ? 'otherValueAfter' : null;
    }
    case 'trigger.ticketAssigned': {
      const isTo = (fact: string) => present(changes[fact]?.to) !== null;
      const isAgent = config.scope !== 'team' && isTo('ticket.assignee');
      return isAgent || (config.scope !== 'agent' && isTo('ticket.team')) ? null : 'otherScope';
    }
    case 'trigger.ticketReplied':
      if (config.by !== 'any' && config.by !== event.by) return 'otherAuthor';
      return config.firstOnly && !event.isFirstReply ? 'notFirstReply' : null;
    case 'trigger.webhook':
      return config.name === event.name ? null : 'otherName';
    default:
      return null;
  }
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** The hours of `cal-office`, every day: minutes since midnight, UTC. `cal-never` never opens; there is no other. */
export const OPEN_MINUTES: readonly (readonly [from: number, to: number])[] = [
  [1, 2],
  [4, 6],
];

function isOpen(minute: number): boolean {
  return OPEN_MINUTES.some(([from, to]) => from <= minute % DAY_MINUTES && minute % DAY_MINUTES < to);
}

/** When so much time of open minutes has passed, as early as can be; with none, when it is open next. */
export function openTime(calendarId: string | undefined, nowMs: number, lengthMs: number): number | null {
  if (calendarId === 'cal-never') return null;
  let leftMs = lengthMs;
  for (let atMs = nowMs; ; ) {
    const endMs = (Math.floor(atMs / MINUTE_MS) + 1) * MINUTE_MS;
    if (isOpen(Math.floor(atMs / MINUTE_MS))) {
      if (atMs + leftMs <= endMs) return atMs + leftMs;
      leftMs -= endMs - atMs;
    }
    atMs = endMs;
  }
}

interface Until {
  readonly type: string;
  readonly ms: number;
  readonly clock: string;
  readonly calendarId?: string;
  readonly fact: string;
  readonly at: string;
}

/** The instant a wait is over, on clocks that show UTC; null for never. */
export function endOfWait({ config }: FlowNode, nowMs: number, facts: Facts): number | null {
  const { type, ms, clock, calendarId, fact, at } = config.until as Until;
  switch (type) {
    case 'duration':
      return clock === 'business' ? openTime(calendarId, nowMs, ms) : nowMs + ms;
    case 'businessHours':
      return openTime(calendarId, nowMs, 0);
    case 'instant':
      return Math.max(nowMs, Number(present(facts[fact]) ?? nowMs));
    default: {
      const minute = Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
      let atMs = minute * MINUTE_MS;
      while (atMs < nowMs) atMs += DAY_MINUTES * MINUTE_MS;
      return atMs;
    }
  }
}

/** Whether an event is one of those that end a wait. */
export function endsWait({ config }: FlowNode, { type, by }: NaiveHappening): boolean {
  const ends = (config.ends ?? []) as { type: string; by?: string }[];
  return ends.some((end) => end.type === type && (end.by === undefined || end.by === 'any' || end.by === by));
}
