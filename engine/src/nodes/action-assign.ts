import * as z from 'zod';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode, type ReferenceUse } from './define-node.ts';
import { required } from './finding.ts';
import { ACTION_PORTS } from './standard-ports.ts';

const config = z.strictObject({
  agentId: z
    .string()
    .optional()
    .meta(control('agent', { en: 'Agent', id: 'Agen' })),
  teamId: z
    .string()
    .optional()
    .meta(control('team', { en: 'Team', id: 'Tim' })),
});

/** Makes a named agent, team or both responsible; the one not named stays as it was. */
export const actionAssign = defineNode<z.infer<typeof config>>({
  kind: 'action.assign',
  group: 'action',
  label: { en: 'Assign', id: 'Tugaskan' },
  help: { en: 'Gives the ticket to a named agent or team', id: 'Memberikan tiket kepada agen atau tim tertentu' },
  config,
  defaultConfig: {},
  ports: () => ACTION_PORTS,
  references: ({ agentId, teamId }) => {
    const uses: ReferenceUse[] = [];
    if (agentId) uses.push({ kind: 'agent', id: agentId, path: ['agentId'] });
    if (teamId) uses.push({ kind: 'team', id: teamId, path: ['teamId'] });
    return uses;
  },
  check: ({ agentId, teamId }) => required(Boolean(agentId || teamId), ['agentId']),
  sentence: ({ agentId, teamId }, names, locale) => {
    const agent = agentId ? names.reference('agent', agentId) : '';
    const team = teamId ? names.reference('team', teamId) : '';
    if (agent && team)
      return { en: `Assign to ${agent} in team ${team}`, id: `Tugaskan kepada ${agent} di tim ${team}` }[locale];
    if (team) return { en: `Assign to team ${team}`, id: `Tugaskan kepada tim ${team}` }[locale];
    return { en: `Assign to ${agent || '…'}`, id: `Tugaskan kepada ${agent || '…'}` }[locale];
  },
  writes: ({ agentId, teamId }) => [
    ...(agentId ? [{ fact: 'ticket.assignee', to: agentId }] : []),
    ...(teamId ? [{ fact: 'ticket.team', to: teamId }] : []),
  ],
  behaviour: ({ agentId, teamId }) => {
    const draft = { type: 'assign', agentId: agentId || null, teamId: teamId || null } as const;
    return asking(() => [draft]);
  },
});
