import * as z from 'zod';
import type { ActorRole, TicketEvent } from '../facts/event.ts';
import { listText } from '../facts/list-text.ts';
import type { LocalText } from '../flow/locale.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const ROLES: Readonly<Record<ActorRole, LocalText>> = {
  agent: { en: 'Agents', id: 'Agen' },
  manager: { en: 'Managers', id: 'Manajer' },
  admin: { en: 'Administrators', id: 'Administrator' },
};

const config = z.strictObject({
  roles: z
    .array(z.enum(['agent', 'manager', 'admin']))
    .max(3)
    .optional()
    .meta(
      control(
        'choices',
        { en: 'Who may press it', id: 'Siapa yang boleh menekan' },
        {
          help: { en: 'Leave empty for everybody', id: 'Kosongkan untuk semua orang' },
          options: [
            { value: 'agent', label: ROLES.agent },
            { value: 'manager', label: ROLES.manager },
            { value: 'admin', label: ROLES.admin },
          ],
        },
      ),
    ),
  teamIds: z
    .array(z.string().min(1))
    .max(100)
    .optional()
    .meta(
      control(
        'teams',
        { en: 'Only in these teams', id: 'Hanya di tim ini' },
        { help: { en: 'Leave empty for every team', id: 'Kosongkan untuk semua tim' } },
      ),
    ),
});

type Config = z.infer<typeof config>;

/** Fires when a person presses the flow's button on a ticket; with roles or teams, only for people who have both. */
export const triggerManual = defineNode<Config>({
  kind: 'trigger.manual',
  group: 'trigger',
  label: { en: 'Button on the ticket', id: 'Tombol pada tiket' },
  help: { en: "Starts when an agent presses the flow's button", id: 'Mulai ketika agen menekan tombol alur ini' },
  config,
  defaultConfig: {},
  ports: () => TRIGGER_PORTS,
  references: ({ teamIds = [] }) => teamIds.map((id, index) => ({ kind: 'team', id, path: ['teamIds', index] })),
  check: () => [],
  sentence: ({ roles = [], teamIds = [] }, names, locale) => {
    const start = { en: 'When the button is pressed', id: 'Ketika tombol ditekan' }[locale];
    const who = listText(
      roles.map((role) => ROLES[role][locale].toLowerCase()),
      'or',
      locale,
    );
    const teams = listText(
      teamIds.map((id) => names.reference('team', id)),
      'or',
      locale,
    );
    if (!who && !teams) return start;
    const people = who || { en: 'anyone', id: 'siapa pun' }[locale];
    const ofTeams = teams && { en: ` of ${teams}`, id: ` dari ${teams}` }[locale];
    return { en: `${start} by ${people}${ofTeams}`, id: `${start} oleh ${people}${ofTeams}` }[locale];
  },
  behaviour: (parsed) => ({
    type: 'trigger',
    on: ['manual'],
    miss: ({ event }) => (isAllowed(parsed, event) ? null : { reason: 'notAllowed', seen: event.actor.role ?? null }),
  }),
});

function isAllowed({ roles = [], teamIds = [] }: Config, { actor }: TicketEvent): boolean {
  const hasRole = roles.length === 0 || (actor.role !== undefined && roles.includes(actor.role));
  const isInTeam = teamIds.length === 0 || (actor.teamIds ?? []).some((id) => teamIds.includes(id));
  return hasRole && isInTeam;
}
