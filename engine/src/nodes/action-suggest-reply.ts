import * as z from 'zod';
import { answerResults } from './ai-results.ts';
import { reaching } from './asking.ts';
import { defineNode } from './define-node.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const config = z.strictObject({});

/**
 * Lets an AI draft a reply from the knowledge base and waits for it. The agent finds the draft on the ticket; later steps
 * read it as `result.<nodeId>.text`, with `result.<nodeId>.confidence` from 0 to 1.
 */
export const actionSuggestReply = defineNode<z.infer<typeof config>>({
  kind: 'action.suggestReply',
  group: 'action',
  label: { en: 'Suggest a reply', id: 'Sarankan balasan' },
  help: {
    en: 'Lets an AI draft a reply for the agent from the knowledge base',
    id: 'AI menyusun draf balasan untuk agen dari basis pengetahuan',
  },
  config,
  defaultConfig: {},
  ports: () => FALLIBLE_PORTS,
  references: () => [],
  results: (_config, nodeId) => answerResults(nodeId),
  check: () => [],
  sentence: (_config, _names, locale) =>
    ({ en: 'Let AI draft a reply for the agent', id: 'Minta AI menyusun draf balasan untuk agen' })[locale],
  behaviour: () => reaching('ai', 'always', () => [{ type: 'askAi', task: 'suggestReply', fields: [] }]),
});
