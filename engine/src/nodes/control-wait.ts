import * as z from 'zod';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import { listText } from '../facts/list-text.ts';
import type { Issue } from '../flow/issue.ts';
import type { LocalText } from '../flow/locale.ts';
import { control } from './control.ts';
import { defineNode, type Port } from './define-node.ts';
import { finding } from './finding.ts';
import { type WaitUntil, waitEndMs, waitText, waitUntil } from './wait-until.ts';

/** The events that may cut a wait short. A closed ticket calls the whole run off. */
export const WAIT_END_TYPES = [
  'ticketReplied',
  'ticketUpdated',
  'ticketAssigned',
  'ticketTransferred',
  'ticketOpened',
  'ticketSolved',
  'ticketReopened',
  'surveyAnswered',
  'customerOffline',
  'agentUnavailable',
] as const;

const AUTHORS = ['agent', 'customer', 'bot', 'any'] as const;

const config = z.strictObject({
  until: waitUntil.meta(control('waitUntil', { en: 'Wait', id: 'Tunggu' })),
  ends: z
    .array(z.strictObject({ type: z.enum(WAIT_END_TYPES), by: z.enum(AUTHORS).optional() }))
    .max(20)
    .optional()
    .meta(
      control(
        'waitEnds',
        { en: 'Stop waiting when', id: 'Berhenti menunggu bila' },
        { help: { en: 'Leave empty to wait in any case', id: 'Kosongkan agar selalu menunggu' } },
      ),
    ),
});

type Config = z.infer<typeof config>;

const ELAPSED: Port = { id: 'elapsed', label: { en: 'Time is up', id: 'Waktu habis' }, isRequired: false };
const HAPPENED: Port = {
  id: 'happened',
  label: { en: 'It happened first', id: 'Terjadi lebih dulu' },
  isRequired: false,
};

/**
 * Stays until a time has come and leaves by `elapsed`, or by `happened` where one of the named events comes first. What
 * follows reads the ticket anew. A closed ticket ends the wait and the run.
 */
export const controlWait = defineNode<Config>({
  kind: 'control.wait',
  group: 'control',
  label: { en: 'Wait', id: 'Tunggu' },
  help: {
    en: 'Waits for a time, or until something happens',
    id: 'Menunggu waktu tertentu, atau sampai sesuatu terjadi',
  },
  config,
  defaultConfig: { until: { type: 'duration', ms: 3_600_000, clock: 'calendar' } },
  ports: ({ ends = [] }) => (ends.length > 0 ? [ELAPSED, HAPPENED] : [ELAPSED]),
  references: ({ until }) =>
    'calendarId' in until && until.calendarId
      ? [{ kind: 'calendar', id: until.calendarId, path: ['until', 'calendarId'] }]
      : [],
  check: ({ until, ends = [] }, catalogue) => [
    ...checkUntil(until, catalogue),
    ...ends.flatMap(({ type, by }, index) =>
      by !== undefined && type !== 'ticketReplied'
        ? [finding('INVALID_VALUE', ['ends', index, 'by'], { expected: 'noAuthor' })]
        : [],
    ),
  ],
  sentence: ({ until, ends = [] }, names, locale) => {
    const time = waitText(until, names, locale);
    const texts = ends.map((end) => endText(end)[locale]);
    const happens = listText(texts, 'or', locale);
    const unless = happens && { en: `, or until ${happens}`, id: `, atau sampai ${happens}` }[locale];
    return { en: `Wait ${time}${unless}`, id: `Tunggu ${time}${unless}` }[locale];
  },
  behaviour: ({ until, ends = [] }) => ({
    type: 'wait',
    until: (input) => waitEndMs(until, input),
    ends: ends.map(({ type, by }) => (by === undefined ? { type } : { type, by })),
  }),
});

function checkUntil(until: WaitUntil, catalogue: readonly FactDefinition[]): readonly Issue[] {
  if (until.type === 'duration' && until.ms === 0) return [finding('MISSING_CONFIG', ['until', 'ms'])];
  if (until.type !== 'instant') return [];
  const path = ['until', 'fact'];
  if (until.fact === '') return [finding('MISSING_CONFIG', path)];
  const definition = findFact(catalogue, until.fact);
  if (!definition) return [finding('UNKNOWN_FACT', path, { fact: until.fact })];
  return definition.type === 'instant' ? [] : [finding('TYPE_MISMATCH', path, { fact: until.fact, type: 'instant' })];
}

function endText({ type, by = 'any' }: NonNullable<Config['ends']>[number]): LocalText {
  switch (type) {
    case 'ticketReplied':
      return {
        agent: { en: 'an agent replies', id: 'agen membalas' },
        customer: { en: 'the customer replies', id: 'pelanggan membalas' },
        bot: { en: 'the bot replies', id: 'bot membalas' },
        any: { en: 'somebody replies', id: 'ada yang membalas' },
      }[by];
    case 'ticketUpdated':
      return { en: 'a field changes', id: 'ada bidang yang berubah' };
    case 'ticketAssigned':
      return { en: 'the ticket is assigned', id: 'tiket ditugaskan' };
    case 'ticketTransferred':
      return { en: 'the ticket is transferred', id: 'tiket dialihkan' };
    case 'ticketOpened':
      return { en: 'an agent opens the ticket', id: 'agen membuka tiket' };
    case 'ticketSolved':
      return { en: 'the ticket is solved', id: 'tiket terselesaikan' };
    case 'ticketReopened':
      return { en: 'the ticket is reopened', id: 'tiket dibuka kembali' };
    case 'surveyAnswered':
      return { en: 'the survey is answered', id: 'survei dijawab' };
    case 'customerOffline':
      return { en: 'the customer goes offline', id: 'pelanggan luring' };
    case 'agentUnavailable':
      return { en: 'the agent becomes unavailable', id: 'agen tidak tersedia' };
  }
}
