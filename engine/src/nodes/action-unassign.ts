import * as z from 'zod';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { ACTION_PORTS } from './standard-ports.ts';

const FROM = [
  { value: 'agent', label: { en: 'The agent', id: 'Agen' } },
  { value: 'team', label: { en: 'The team', id: 'Tim' } },
  { value: 'both', label: { en: 'Agent and team', id: 'Agen dan tim' } },
];

const config = z.strictObject({
  from: z
    .enum(['agent', 'team', 'both'])
    .meta(control('select', { en: 'Take from', id: 'Lepaskan dari' }, { options: FROM })),
});

/** Makes nobody responsible: takes the ticket from its agent, its team or both. It stays in its queue. */
export const actionUnassign = defineNode<z.infer<typeof config>>({
  kind: 'action.unassign',
  group: 'action',
  label: { en: 'Unassign', id: 'Lepaskan' },
  help: { en: 'Takes the ticket from its agent or team', id: 'Melepaskan tiket dari agen atau timnya' },
  config,
  defaultConfig: { from: 'agent' },
  ports: () => ACTION_PORTS,
  references: () => [],
  check: () => [],
  writes: ({ from }) => [
    ...(from === 'team' ? [] : [{ fact: 'ticket.assignee', to: null }]),
    ...(from === 'agent' ? [] : [{ fact: 'ticket.team', to: null }]),
  ],
  sentence: ({ from }, _names, locale) => {
    const whom = {
      agent: { en: 'its agent', id: 'agennya' },
      team: { en: 'its team', id: 'timnya' },
      both: { en: 'its agent and team', id: 'agen dan timnya' },
    }[from][locale];
    return { en: `Take the ticket from ${whom}`, id: `Lepaskan tiket dari ${whom}` }[locale];
  },
  behaviour: ({ from }) => asking(() => [{ type: 'unassign', from }]),
});
