import * as z from 'zod';
import type { ReferenceKind } from '../facts/names.ts';
import { asking } from './asking.ts';
import { compileTemplate } from './compile-template.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding } from './finding.ts';
import { messageField } from './message-field.ts';
import { ACTION_PORTS } from './standard-ports.ts';
import { checkTemplate, quotedTemplate } from './template.ts';

const id = z.string().optional();

const config = z.strictObject({
  agentId: id.meta(control('agent', { en: 'To agent', id: 'Kepada agen' })),
  teamId: id.meta(control('team', { en: 'To team', id: 'Kepada tim' })),
  queueId: id.meta(control('queue', { en: 'To queue', id: 'Ke antrean' })),
  reason: messageField({ en: 'Reason', id: 'Alasan' }),
});

type Config = z.infer<typeof config>;

/** Hands the ticket over to one agent, team or queue, with a reason that the ticket keeps. */
export const actionTransfer = defineNode<Config>({
  kind: 'action.transfer',
  group: 'action',
  label: { en: 'Transfer', id: 'Alihkan' },
  help: {
    en: 'Hands the ticket over to an agent, team or queue, with a reason',
    id: 'Mengalihkan tiket kepada agen, tim, atau antrean, dengan alasan',
  },
  config,
  defaultConfig: { reason: '' },
  ports: () => ACTION_PORTS,
  references: (given) => targetsOf(given).map(({ kind, id: target, key }) => ({ kind, id: target, path: [key] })),
  check: (given, catalogue) => {
    const targets = targetsOf(given);
    return [
      ...(targets.length === 0 ? [finding('MISSING_CONFIG', ['agentId'])] : []),
      ...targets.slice(1).map(({ key }) => finding('INVALID_VALUE', [key], { expected: 'oneTarget' })),
      ...checkTemplate(given.reason, ['reason'], catalogue),
    ];
  },
  // Another team or queue than before takes the ticket from its agent.
  writes: (given) =>
    targetsOf(given).flatMap(({ kind, id: to }) => [
      { fact: FACTS[kind], to },
      ...(kind === 'agent' ? [] : [{ fact: FACTS.agent }]),
    ]),
  sentence: (given, names, locale) => {
    const [target] = targetsOf(given);
    const name = target ? names.reference(target.kind, target.id) : '…';
    const to = {
      agent: { en: name, id: `kepada ${name}` },
      team: { en: `team ${name}`, id: `kepada tim ${name}` },
      queue: { en: `queue ${name}`, id: `ke antrean ${name}` },
    }[target?.kind ?? 'agent'][locale];
    const reason = quotedTemplate(given.reason);
    return { en: `Transfer to ${to}: ${reason}`, id: `Alihkan ${to}: ${reason}` }[locale];
  },
  behaviour: ({ agentId, teamId, queueId, reason }) => {
    const fill = compileTemplate(reason);
    return asking((input) => [
      {
        type: 'transfer',
        agentId: agentId || null,
        teamId: teamId || null,
        queueId: queueId || null,
        reason: fill(input),
      },
    ]);
  },
});

const FACTS = { agent: 'ticket.assignee', team: 'ticket.team', queue: 'ticket.queue' };

interface Target {
  readonly kind: Extract<ReferenceKind, 'agent' | 'team' | 'queue'>;
  readonly key: string;
  readonly id: string;
}

function targetsOf({ agentId, teamId, queueId }: Config): readonly Target[] {
  const all = [
    { kind: 'agent', key: 'agentId', id: agentId ?? '' },
    { kind: 'team', key: 'teamId', id: teamId ?? '' },
    { kind: 'queue', key: 'queueId', id: queueId ?? '' },
  ] as const;
  return all.filter((target) => target.id !== '');
}
