import { z } from 'zod';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import type { Locale } from '../flow/locale.ts';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode, type ReferenceUse } from './define-node.ts';
import { finding, required } from './finding.ts';
import { ACTION_PORTS } from './standard-ports.ts';
import { checkTemplate, fillTemplate, LONGEST_TEMPLATE, parseTemplate } from './template.ts';

const recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), agentId: z.string() }),
  z.strictObject({ kind: z.literal('team'), teamId: z.string() }),
  z.strictObject({ kind: z.literal('assignee') }),
  z.strictObject({ kind: z.literal('supervisors') }),
]);

const config = z.strictObject({
  recipients: z
    .array(recipient)
    .max(50)
    .meta(control('recipients', { en: 'Recipients', id: 'Penerima' })),
  text: z
    .string()
    .max(LONGEST_TEMPLATE)
    .meta(control('template', { en: 'Message', id: 'Pesan' })),
});

/** Tells people inside the workspace; `{{ fact }}` variables are filled in. */
export const actionNotify = defineNode<z.infer<typeof config>>({
  kind: 'action.notify',
  group: 'action',
  label: { en: 'Notify', id: 'Beri tahu' },
  help: { en: 'Tells agents, a team or supervisors', id: 'Memberi tahu agen, tim, atau penyelia' },
  config,
  defaultConfig: { recipients: [], text: '' },
  ports: () => ACTION_PORTS,
  references: ({ recipients }) => recipients.flatMap(referenceOf),
  check: ({ recipients, text }, catalogue) => [
    ...required(recipients.length > 0, ['recipients']),
    ...recipients.flatMap((to, index) => {
      if (to.kind === 'agent' && !to.agentId) return [finding('MISSING_CONFIG', ['recipients', index, 'agentId'])];
      if (to.kind === 'team' && !to.teamId) return [finding('MISSING_CONFIG', ['recipients', index, 'teamId'])];
      return [];
    }),
    ...checkTemplate(text, ['text'], catalogue),
  ],
  sentence: ({ recipients, text }, names, locale) => {
    const people = listText(
      recipients.map((to) => recipientText(to, names, locale)),
      'and',
      locale,
    );
    const quoted = text.trim() ? `: “${text.trim()}”` : '';
    return { en: `Notify ${people || '…'}${quoted}`, id: `Beri tahu ${people || '…'}${quoted}` }[locale];
  },
  behaviour: ({ recipients, text }) => {
    const parts = parseTemplate(text);
    return asking((input) => [{ type: 'notify', recipients, text: fillTemplate(parts, input) }]);
  },
});

function referenceOf(to: Config['recipients'][number], index: number): readonly ReferenceUse[] {
  if (to.kind === 'agent' && to.agentId) {
    return [{ kind: 'agent', id: to.agentId, path: ['recipients', index, 'agentId'] }];
  }
  if (to.kind === 'team' && to.teamId) {
    return [{ kind: 'team', id: to.teamId, path: ['recipients', index, 'teamId'] }];
  }
  return [];
}

function recipientText(to: Config['recipients'][number], names: Names, locale: Locale): string {
  switch (to.kind) {
    case 'agent':
      return to.agentId ? names.reference('agent', to.agentId) : '…';
    case 'team':
      return { en: 'team ', id: 'tim ' }[locale] + (to.teamId ? names.reference('team', to.teamId) : '…');
    case 'assignee':
      return { en: 'the assignee', id: 'penanggung jawab' }[locale];
    case 'supervisors':
      return { en: 'the supervisors', id: 'para penyelia' }[locale];
  }
}
