import * as z from 'zod';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { required } from './finding.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';

const config = z.strictObject({ flowId: z.string().meta(control('flow', { en: 'Flow', id: 'Alur' })) });

/**
 * Runs the live version of another flow with the same ticket, and goes on once that one ended or waits. It fails where
 * the other is not live, already ran in this cascade, or fails itself.
 */
export const actionStartFlow = defineNode<z.infer<typeof config>>({
  kind: 'action.startFlow',
  group: 'action',
  label: { en: 'Start another flow', id: 'Mulai alur lain' },
  help: { en: 'Runs another flow with the same ticket', id: 'Menjalankan alur lain dengan tiket yang sama' },
  config,
  defaultConfig: { flowId: '' },
  ports: () => FALLIBLE_PORTS,
  references: ({ flowId }) => (flowId ? [{ kind: 'flow', id: flowId, path: ['flowId'] }] : []),
  check: ({ flowId }) => required(flowId !== '', ['flowId']),
  sentence: ({ flowId }, names, locale) => {
    const flow = flowId ? `“${names.reference('flow', flowId)}”` : '…';
    return { en: `Start the flow ${flow}`, id: `Mulai alur ${flow}` }[locale];
  },
  behaviour: ({ flowId }) => ({ type: 'startFlow', flowId }),
});
