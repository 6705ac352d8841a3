import type { Presence } from '@alur/engine';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** Presence on one channel: one of the three words, or one of the workspace's own statuses. */
export type ChannelPresence = Presence | { readonly statusId: string };

/** Someone tickets are given to. */
export const AgentEntity = defineEntity({
  name: 'Agent',
  tableName: 'agent',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    presence: p.text().$type<Presence>(),
    presenceSince: p.datetime(),
    /** Units they can hold at once. */
    capacity: p.integer(),
    /** BCP 47 tags. */
    languages: p.array(),
    /** The support level they work at, 1 to 5; null: that of their teams. */
    supportLevel: p.smallint().strictNullable(),
    /** One of the workspace's own statuses, in place of `presence`; null: none. */
    statusId: p.uuid().strictNullable().default(null),
    /** Where they work, as requirements of place are compared with; null: anywhere. */
    location: p.text().strictNullable().default(null),
    /** The calendar of their shifts; null: bound by presence alone. */
    shiftCalendarId: p.uuid().strictNullable().default(null),
    /** Channel types they serve; null: all. */
    channelTypes: p.array().strictNullable().default(null),
    /** Presence where it differs, by channel type. */
    channelPresence: p
      .json()
      .$type<Readonly<Record<string, ChannelPresence>>>()
      .onCreate(() => ({})),
    /** Units they can hold at once on a channel, by channel type. */
    channelCapacity: p
      .json()
      .$type<Readonly<Record<string, number>>>()
      .onCreate(() => ({})),
    lastAssignedAt: p.datetime().strictNullable(),
    createdAt: p.datetime(),
  },
});

export type Agent = InferEntity<typeof AgentEntity>;
