import * as z from 'zod';
import { reaching } from './asking.ts';
import { compileTemplate } from './compile-template.ts';
import { defineNode } from './define-node.ts';
import { messageField } from './message-field.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';
import { checkTemplate, quotedTemplate } from './template.ts';

const config = z.strictObject({ text: messageField({ en: 'Reply', id: 'Balasan' }) });

/** Sends a message to the customer on the ticket's channel; `{{ fact }}` variables are filled in. */
export const actionReply = defineNode<z.infer<typeof config>>({
  kind: 'action.reply',
  group: 'action',
  label: { en: 'Reply to customer', id: 'Balas pelanggan' },
  help: {
    en: 'Sends a message to the customer on the channel of the ticket',
    id: 'Mengirim pesan kepada pelanggan lewat kanal tiket',
  },
  config,
  defaultConfig: { text: '' },
  ports: () => FALLIBLE_PORTS,
  references: () => [],
  check: ({ text }, catalogue) => checkTemplate(text, ['text'], catalogue),
  sentence: ({ text }, _names, locale) =>
    ({ en: `Reply ${quotedTemplate(text)}`, id: `Balas ${quotedTemplate(text)}` })[locale],
  behaviour: ({ text }) => {
    const fill = compileTemplate(text);
    return reaching('reply', 'whereFailedIsDrawn', (input) => [{ type: 'sendReply', text: fill(input) }]);
  },
});
