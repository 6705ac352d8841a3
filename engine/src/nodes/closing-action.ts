import * as z from 'zod';
import type { LocalText } from '../flow/locale.ts';
import { asking, reaching } from './asking.ts';
import type { EffectDraft } from './behaviour.ts';
import { compileTemplate } from './compile-template.ts';
import { defineNode, type NodeDefinition } from './define-node.ts';
import { messageField } from './message-field.ts';
import { ACTION_PORTS, FALLIBLE_PORTS } from './standard-ports.ts';
import { checkTemplate, quotedTemplate } from './template.ts';

const config = z.strictObject({
  message: messageField(
    { en: 'Message to the customer', id: 'Pesan untuk pelanggan' },
    { en: 'Leave empty to send none', id: 'Kosongkan agar tidak mengirim' },
  ).optional(),
});

/** What a way of ending work on a ticket is called, and the status it leads to. */
export interface ClosingWords {
  readonly kind: string;
  readonly status: 'solved' | 'closed';
  readonly label: LocalText;
  readonly help: LocalText;
}

/** A kind that moves the ticket to its last statuses, after a message where one is given. */
export function closingAction({ kind, status, label, help }: ClosingWords): NodeDefinition {
  return defineNode<z.infer<typeof config>>({
    kind,
    group: 'action',
    label,
    help,
    config,
    defaultConfig: {},
    ports: ({ message }) => (message?.trim() ? FALLIBLE_PORTS : ACTION_PORTS),
    references: () => [],
    check: ({ message }, catalogue) => (message?.trim() ? checkTemplate(message, ['message'], catalogue) : []),
    writes: () => [{ fact: 'ticket.status', to: status }],
    sentence: ({ message }, _names, locale) =>
      message?.trim()
        ? {
            en: `${label.en} with the message ${quotedTemplate(message)}`,
            id: `${label.id} dengan pesan ${quotedTemplate(message)}`,
          }[locale]
        : label[locale],
    behaviour: ({ message }) => {
      const move: EffectDraft = { type: 'setField', field: 'ticket.status', value: status };
      if (!message?.trim()) return asking(() => [move]);
      const fill = compileTemplate(message);
      return reaching('reply', 'whereFailedIsDrawn', (input) => [{ type: 'sendReply', text: fill(input) }, move]);
    },
  });
}
