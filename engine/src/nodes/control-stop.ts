import * as z from 'zod';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';

const config = z.strictObject({
  laterFlows: z
    .boolean()
    .meta(control('boolean', { en: 'Also stop later flows', id: 'Hentikan juga alur berikutnya' })),
});

/** Ends the run; with `laterFlows`, the flows after this one are not run for the same event either. */
export const controlStop = defineNode<z.infer<typeof config>>({
  kind: 'control.stop',
  group: 'control',
  label: { en: 'Stop', id: 'Berhenti' },
  help: { en: 'Ends the flow here', id: 'Mengakhiri alur di sini' },
  config,
  defaultConfig: { laterFlows: false },
  ports: () => [],
  references: () => [],
  check: () => [],
  sentence: ({ laterFlows }, _names, locale) =>
    laterFlows
      ? { en: 'Stop here, and run no later flow', id: 'Berhenti di sini, dan jangan jalankan alur berikutnya' }[locale]
      : { en: 'Stop here', id: 'Berhenti di sini' }[locale],
  behaviour: ({ laterFlows }) => ({ type: 'stop', laterFlows }),
});
