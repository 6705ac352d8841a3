import { z } from 'zod';

/**
 * What each page keeps in its address, so that everything can be linked to. A value that does not fit is left out
 * rather than refused: an old link still opens the page.
 */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const texts = optional(z.array(z.string()));

export const STATUSES = ['NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'SOLVED', 'CLOSED'] as const;
export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

export const PRESENCES = ['ONLINE', 'AWAY', 'OFFLINE'] as const;

/** How a target stands; those worth looking for come first. */
export const SLA_STATES = ['BREACHED', 'AT_RISK', 'RUNNING', 'PAUSED', 'FULFILLED'] as const;

/** How a wait in a queue stands against the queue's target. */
export const WAIT_STATES = ['AT_RISK', 'BREACHED'] as const;

export const TICKET_SORTS = ['newest', 'oldest', 'updated', 'priority'] as const;

const signIn = z.object({ returnTo: optional(z.string()), expired: optional(z.boolean()) });

const flowEditor = z.object({
  /** The number of a version to look at; absent: the draft. */
  version: optional(z.number().int()),
  /** A node to select. */
  node: optional(z.string()),
  /** A run whose path to light up. */
  run: optional(z.string()),
});

const board = z.object({
  /** Full screen, for a monitor on the wall. */
  wall: optional(z.boolean()),
  /** What to look for in the agents' names. */
  agent: optional(z.string()),
  presence: optional(z.enum(PRESENCES)),
  sort: optional(z.enum(['load', 'name'])),
});

const tickets = z.object({
  search: optional(z.string()),
  status: optional(z.array(z.enum(STATUSES))),
  priority: optional(z.array(z.enum(PRIORITIES))),
  queue: texts,
  team: texts,
  assignee: texts,
  category: texts,
  /** True: without an agent; false: with one. */
  unassigned: optional(z.boolean()),
  sla: optional(z.array(z.enum(SLA_STATES))),
  wait: optional(z.array(z.enum(WAIT_STATES))),
  sort: optional(z.enum(TICKET_SORTS)),
});

export const SETTINGS_TABS = [
  'agents',
  'teams',
  'skills',
  'shifts',
  'queues',
  'statuses',
  'learned',
  'calendars',
  'sla',
  'users',
  'tokens',
  'profile',
] as const;

const settings = z.object({
  tab: optional(z.enum(SETTINGS_TABS)),
  /** What of the tab is open: an id, or `new`. */
  item: optional(z.string()),
});

export type SettingsTab = (typeof SETTINGS_TABS)[number];

export type TicketsSearch = z.infer<typeof tickets>;
export type BoardSearch = z.infer<typeof board>;

export const signInSearch = (search: unknown) => signIn.parse(search);
export const flowEditorSearch = (search: unknown) => flowEditor.parse(search);
export const boardSearch = (search: unknown) => board.parse(search);
export const ticketsSearch = (search: unknown) => tickets.parse(search);
export const settingsSearch = (search: unknown) => settings.parse(search);
