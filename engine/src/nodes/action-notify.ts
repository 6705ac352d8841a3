import * as z from 'zod';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import type { Issue } from '../flow/issue.ts';
import type { Locale } from '../flow/locale.ts';
import { asking, reaching } from './asking.ts';
import type { EffectDraft, NodeInput } from './behaviour.ts';
import { compileTemplate } from './compile-template.ts';
import { control } from './control.ts';
import { defineNode, type ReferenceUse } from './define-node.ts';
import { NOTICE_WAYS } from './effect.ts';
import { finding, required } from './finding.ts';
import { messageField } from './message-field.ts';
import { ACTION_PORTS, FALLIBLE_PORTS } from './standard-ports.ts';
import { checkTemplate, quotedTemplate } from './template.ts';

/** Enough to notice a slip; only sending tells whether an address exists. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@\\]+([/?#]\S*)?$/i;

const recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), agentId: z.string() }),
  z.strictObject({ kind: z.literal('team'), teamId: z.string() }),
  z.strictObject({ kind: z.literal('assignee') }),
  z.strictObject({ kind: z.literal('supervisors') }),
  z.strictObject({ kind: z.literal('level'), level: z.number().int().min(1).max(5) }),
  z.strictObject({ kind: z.literal('address'), address: z.string().max(500) }),
]);

const WAYS = [
  { value: 'inApp', label: { en: 'In Alur', id: 'Di Alur' } },
  { value: 'email', label: { en: 'E-mail', id: 'Surel' } },
  { value: 'webhook', label: { en: 'Web address', id: 'Alamat web' } },
];

const config = z.strictObject({
  recipients: z
    .array(recipient)
    .max(50)
    .meta(control('recipients', { en: 'Recipients', id: 'Penerima' })),
  way: z
    .enum(NOTICE_WAYS)
    .optional()
    .meta(
      control(
        'select',
        { en: 'By', id: 'Lewat' },
        { options: WAYS, help: { en: 'Leave empty for in Alur', id: 'Kosongkan untuk di Alur' } },
      ),
    ),
  text: messageField({ en: 'Message', id: 'Pesan' }),
});

type Config = z.infer<typeof config>;

/**
 * Tells people in the app, by e-mail or by a call to a web address; `{{ fact }}` variables are filled in. People outside
 * the workspace are named by their address.
 */
export const actionNotify = defineNode<z.infer<typeof config>>({
  kind: 'action.notify',
  group: 'action',
  label: { en: 'Notify', id: 'Beri tahu' },
  help: { en: 'Tells agents, a team, supervisors or an address', id: 'Memberi tahu agen, tim, penyelia, atau alamat' },
  config,
  defaultConfig: { recipients: [], text: '' },
  ports: ({ way }) => (isOutside(way) ? FALLIBLE_PORTS : ACTION_PORTS),
  references: ({ recipients }) => recipients.flatMap(referenceOf),
  check: ({ recipients, way, text }, catalogue) => [
    ...required(recipients.length > 0, ['recipients']),
    ...recipients.flatMap((to, index) => checkRecipient(to, way, index)),
    ...checkTemplate(text, ['text'], catalogue),
  ],
  sentence: ({ recipients, way, text }, names, locale) => {
    const people = listText(
      recipients.map((to) => recipientText(to, names, locale)),
      'and',
      locale,
    );
    const by = {
      inApp: '',
      email: { en: ' by e-mail', id: ' lewat surel' }[locale],
      webhook: { en: ' by a web address', id: ' lewat alamat web' }[locale],
    }[way ?? 'inApp'];
    const said = text.trim() ? `: ${quotedTemplate(text)}` : '';
    return { en: `Notify ${people || '…'}${by}${said}`, id: `Beri tahu ${people || '…'}${by}${said}` }[locale];
  },
  behaviour: ({ recipients, way, text }) => {
    const fill = compileTemplate(text);
    const ask = (input: NodeInput): readonly EffectDraft[] => [
      { type: 'notify', recipients, text: fill(input), ...(way ? { way } : {}) },
    ];
    return isOutside(way) ? reaching(way, 'whereFailedIsDrawn', ask) : asking(ask);
  },
});

function isOutside(way: Config['way']): way is 'email' | 'webhook' {
  return way === 'email' || way === 'webhook';
}

function checkRecipient(to: Config['recipients'][number], way: Config['way'], index: number): readonly Issue[] {
  const path = ['recipients', index];
  switch (to.kind) {
    case 'agent':
      return required(to.agentId !== '', [...path, 'agentId']);
    case 'team':
      return required(to.teamId !== '', [...path, 'teamId']);
    case 'address': {
      if (to.address.trim() === '') return [finding('MISSING_CONFIG', [...path, 'address'])];
      if (!isOutside(way)) return [finding('INVALID_VALUE', ['way'], { expected: 'wayToAddress' })];
      const isFitting = way === 'email' ? EMAIL.test(to.address.trim()) : WEB_ADDRESS.test(to.address.trim());
      return isFitting
        ? []
        : [finding('INVALID_VALUE', [...path, 'address'], { expected: way === 'email' ? way : 'url' })];
    }
    default:
      return [];
  }
}

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
    case 'level':
      return { en: `the people of level ${to.level}`, id: `petugas tingkat ${to.level}` }[locale];
    case 'address':
      return to.address.trim() || '…';
  }
}
