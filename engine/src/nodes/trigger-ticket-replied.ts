import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { EVENT_FACTS } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const AUTHORS = {
  customer: { en: 'the customer', id: 'pelanggan' },
  agent: { en: 'an agent', id: 'agen' },
  bot: { en: 'a bot', id: 'bot' },
  any: { en: 'anyone', id: 'siapa pun' },
} as const;

const config = z.strictObject({
  by: z.enum(['customer', 'agent', 'bot', 'any']).meta(
    control(
      'select',
      { en: 'Reply by', id: 'Balasan oleh' },
      {
        options: [
          { value: 'customer', label: { en: 'Customer', id: 'Pelanggan' } },
          { value: 'agent', label: { en: 'Agent', id: 'Agen' } },
          { value: 'bot', label: { en: 'Bot', id: 'Bot' } },
          { value: 'any', label: { en: 'Anyone', id: 'Siapa pun' } },
        ],
      },
    ),
  ),
  firstOnly: z
    .boolean()
    .optional()
    .meta(control('boolean', { en: 'First reply only', id: 'Hanya balasan pertama' })),
});

/** Fires when a reply is added by the named author; with `firstOnly`, only on that author's first. */
export const triggerTicketReplied = defineNode<z.infer<typeof config>>({
  kind: 'trigger.ticketReplied',
  group: 'trigger',
  label: { en: 'Reply added', id: 'Balasan masuk' },
  help: { en: 'Starts when someone replies on a ticket', id: 'Mulai ketika ada balasan pada tiket' },
  config,
  defaultConfig: { by: 'customer' },
  ports: () => TRIGGER_PORTS,
  references: () => [],
  check: () => [],
  sentence: ({ by, firstOnly }, _names, locale) => {
    const author = AUTHORS[by][locale];
    return firstOnly
      ? { en: `When ${author} replies for the first time`, id: `Ketika ${author} membalas untuk pertama kali` }[locale]
      : { en: `When ${author} replies`, id: `Ketika ${author} membalas` }[locale];
  },
  behaviour: ({ by, firstOnly }) => {
    const parts: Condition[] = [];
    if (by !== 'any') parts.push({ fact: EVENT_FACTS.actor, op: 'is', value: by });
    if (firstOnly) parts.push({ fact: EVENT_FACTS.isFirstReply, op: 'is', value: true });
    return {
      type: 'trigger',
      on: ['ticketReplied'],
      need: { condition: parts.length > 0 ? { all: parts } : null, isSufficient: true },
      miss: ({ event }) => {
        if (by !== 'any' && event.actor.kind !== by) return { reason: 'otherAuthor', seen: event.actor.kind };
        return firstOnly && !event.isFirstReply ? { reason: 'notFirstReply', seen: false } : null;
      },
    };
  },
});
