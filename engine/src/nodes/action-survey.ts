import * as z from 'zod';
import { reaching } from './asking.ts';
import { compileTemplate } from './compile-template.ts';
import { defineNode } from './define-node.ts';
import { messageField } from './message-field.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';
import { checkTemplate, quotedTemplate } from './template.ts';

const config = z.strictObject({ question: messageField({ en: 'Question', id: 'Pertanyaan' }) });

/** Asks the customer for a score of 1 to 5; `{{ fact }}` variables are filled in. */
export const actionSurvey = defineNode<z.infer<typeof config>>({
  kind: 'action.survey',
  group: 'action',
  label: { en: 'Send survey', id: 'Kirim survei' },
  help: {
    en: 'Asks the customer how satisfied they are, from 1 to 5',
    id: 'Menanyakan kepuasan pelanggan, dari 1 sampai 5',
  },
  config,
  defaultConfig: { question: '' },
  ports: () => FALLIBLE_PORTS,
  references: () => [],
  check: ({ question }, catalogue) => checkTemplate(question, ['question'], catalogue),
  sentence: ({ question }, _names, locale) =>
    ({ en: `Send survey ${quotedTemplate(question)}`, id: `Kirim survei ${quotedTemplate(question)}` })[locale],
  behaviour: ({ question }) => {
    const fill = compileTemplate(question);
    return reaching('survey', 'whereFailedIsDrawn', (input) => [{ type: 'sendSurvey', question: fill(input) }]);
  },
});
