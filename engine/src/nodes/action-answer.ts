import * as z from 'zod';
import { answerResults } from './ai-results.ts';
import { reaching } from './asking.ts';
import { defineNode } from './define-node.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const config = z.strictObject({});

/**
 * Lets an AI answer the customer from the knowledge base and waits. It leaves by `failed` where it has no answer it can
 * stand behind; later steps read the answer as `result.<nodeId>.text`, with `result.<nodeId>.confidence` from 0 to 1.
 */
export const actionAnswer = defineNode<z.infer<typeof config>>({
  kind: 'action.answer',
  group: 'action',
  label: { en: 'Answer by AI', id: 'Jawab dengan AI' },
  help: {
    en: 'Lets an AI answer the customer from the knowledge base',
    id: 'AI menjawab pelanggan dari basis pengetahuan',
  },
  config,
  defaultConfig: {},
  ports: () => FALLIBLE_PORTS,
  references: () => [],
  results: (_config, nodeId) => answerResults(nodeId),
  check: () => [],
  sentence: (_config, _names, locale) =>
    ({
      en: 'Let AI answer the customer from the knowledge base',
      id: 'Minta AI menjawab pelanggan dari basis pengetahuan',
    })[locale],
  behaviour: () => reaching('ai', 'always', () => [{ type: 'askAi', task: 'answer', fields: [] }]),
});
