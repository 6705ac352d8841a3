import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { readFact } from '../facts/fact-value.ts';
import { listText } from '../facts/list-text.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const config = z.strictObject({
  channels: z
    .array(z.string().min(1))
    .max(100)
    .optional()
    .meta(
      control(
        'channels',
        { en: 'Channels', id: 'Kanal' },
        { help: { en: 'Leave empty for every channel', id: 'Kosongkan untuk semua kanal' } },
      ),
    ),
});

/** Fires when a ticket is created; with `channels`, only on those. */
export const triggerTicketCreated = defineNode<z.infer<typeof config>>({
  kind: 'trigger.ticketCreated',
  group: 'trigger',
  label: { en: 'New ticket', id: 'Tiket baru' },
  help: { en: 'Starts when a ticket is created', id: 'Mulai ketika tiket dibuat' },
  config,
  defaultConfig: {},
  ports: () => TRIGGER_PORTS,
  references: ({ channels }) =>
    (channels ?? []).map((id, index) => ({ kind: 'channel', id, path: ['channels', index] })),
  check: () => [],
  sentence: ({ channels }, names, locale) => {
    const start = { en: 'When a ticket is created', id: 'Ketika tiket dibuat' }[locale];
    if (!channels?.length) return start;
    const list = listText(
      channels.map((id) => names.reference('channel', id)),
      'or',
      locale,
    );
    return { en: `${start} on ${list}`, id: `${start} di ${list}` }[locale];
  },
  implies: ({ channels }) => onChannels(channels),
  behaviour: ({ channels }) => {
    return {
      type: 'trigger',
      on: ['ticketCreated'],
      need: { condition: onChannels(channels), isSufficient: !channels?.length },
      miss: ({ facts }) => {
        if (!channels?.length) return null;
        const seen = readFact(facts, 'ticket.channel');
        return typeof seen === 'string' && channels.includes(seen) ? null : { reason: 'otherChannel', seen };
      },
    };
  },
});

/** Ids are compared as they are; the condition, which folds them, is only the wider one. */
function onChannels(channels: readonly string[] | undefined): Condition | null {
  return channels?.length ? { fact: 'ticket.channel', op: 'isOneOf', value: channels } : null;
}
