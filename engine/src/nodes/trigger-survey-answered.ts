import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { readFact } from '../facts/fact-value.ts';
import type { LocalText } from '../flow/locale.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding } from './finding.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const LOWEST = 1;
const HIGHEST = 5;

function scoreField(label: LocalText, help: LocalText) {
  return z
    .number()
    .int()
    .min(LOWEST)
    .max(HIGHEST)
    .optional()
    .meta(control('number', label, { help }));
}

const config = z.strictObject({
  atLeast: scoreField(
    { en: 'Score at least', id: 'Nilai paling rendah' },
    { en: 'From 1 to 5; leave empty for any', id: 'Dari 1 sampai 5; kosongkan untuk semua' },
  ),
  atMost: scoreField(
    { en: 'Score at most', id: 'Nilai paling tinggi' },
    { en: 'From 1 to 5; leave empty for any', id: 'Dari 1 sampai 5; kosongkan untuk semua' },
  ),
});

type Config = z.infer<typeof config>;

const SCORE = 'survey.score';

/** Fires when the customer answers the survey; with bounds, only with such a score (1 to 5). */
export const triggerSurveyAnswered = defineNode<Config>({
  kind: 'trigger.surveyAnswered',
  group: 'trigger',
  label: { en: 'Survey answered', id: 'Survei dijawab' },
  help: { en: 'Starts when the customer rates the service', id: 'Mulai ketika pelanggan menilai layanan' },
  config,
  defaultConfig: {},
  ports: () => TRIGGER_PORTS,
  references: () => [],
  check: ({ atLeast = LOWEST, atMost = HIGHEST }) =>
    atLeast <= atMost ? [] : [finding('INVALID_VALUE', ['atMost'], { expected: `≥ ${atLeast}` })],
  sentence: ({ atLeast, atMost }, _names, locale) => {
    const start = { en: 'When the survey is answered', id: 'Ketika survei dijawab' }[locale];
    if (atLeast !== undefined && atLeast === atMost) {
      return { en: `${start} with ${atLeast}`, id: `${start} dengan ${atLeast}` }[locale];
    }
    if (atLeast !== undefined && atMost !== undefined) {
      return { en: `${start} with ${atLeast} to ${atMost}`, id: `${start} dengan ${atLeast} sampai ${atMost}` }[locale];
    }
    if (atLeast !== undefined) {
      return { en: `${start} with ${atLeast} or more`, id: `${start} dengan ${atLeast} atau lebih` }[locale];
    }
    if (atMost === undefined) return start;
    return { en: `${start} with ${atMost} or less`, id: `${start} dengan ${atMost} atau kurang` }[locale];
  },
  implies: (parsed) => scoreWithin(parsed),
  behaviour: (parsed) => {
    const { atLeast = LOWEST, atMost = HIGHEST } = parsed;
    const condition = scoreWithin(parsed);
    return {
      type: 'trigger',
      on: ['surveyAnswered'],
      need: condition && { condition, isSufficient: true },
      miss: ({ facts }) => {
        const seen = readFact(facts, SCORE);
        const isWithin = typeof seen === 'number' && atLeast <= seen && seen <= atMost;
        return condition && !isWithin ? { reason: 'otherScore', seen } : null;
      },
    };
  },
});

function scoreWithin({ atLeast, atMost }: Config): Condition | null {
  if (atLeast === undefined && atMost === undefined) return null;
  return { fact: SCORE, op: 'between', value: { from: atLeast ?? LOWEST, to: atMost ?? HIGHEST } };
}
