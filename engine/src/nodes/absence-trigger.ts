import * as z from 'zod';
import type { TicketEventType } from '../facts/event.ts';
import { readFact } from '../facts/fact-value.ts';
import { durationText } from '../facts/value-text.ts';
import type { LocalText } from '../flow/locale.ts';
import { defineNode, type NodeDefinition } from './define-node.ts';
import { durationField } from './duration-field.ts';
import { ONCE_PER_EPISODE, refireField, refireText } from './refire-field.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';
import { isEnded, readInstant, timeTrigger } from './time-trigger.ts';

const config = z.strictObject({
  afterMs: durationField({ en: 'After', id: 'Setelah' }, 0, {
    en: 'How long they must be away',
    id: 'Berapa lama harus pergi',
  }),
  refire: refireField,
});

interface AbsenceTriggerSpec {
  readonly event: TicketEventType;
  readonly label: LocalText;
  readonly help: LocalText;
  /** The sentence up to its "for 5 minutes". */
  readonly sentence: LocalText;
  /** The instant fact that tells since when the person is away. */
  readonly sinceFact: string;
  /** A fact without which nobody can be away. */
  readonly neededFact?: string;
}

/**
 * The kind `trigger.<event>`, which fires when a person has been away for a time while the ticket is neither solved nor
 * closed. Each absence is an episode.
 */
export function absenceTrigger(spec: AbsenceTriggerSpec): NodeDefinition {
  const { event, sinceFact, neededFact = sinceFact } = spec;
  return defineNode<z.infer<typeof config>>({
    kind: `trigger.${event}`,
    group: 'trigger',
    label: spec.label,
    help: spec.help,
    config,
    defaultConfig: { afterMs: 300_000, refire: ONCE_PER_EPISODE },
    ports: () => TRIGGER_PORTS,
    references: () => [],
    check: () => [],
    sentence: ({ afterMs, refire }, _names, locale) => {
      const length = durationText(afterMs, locale);
      const after = afterMs > 0 ? { en: ` for ${length}`, id: ` selama ${length}` }[locale] : '';
      return spec.sentence[locale] + after + refireText(refire, locale);
    },
    implies: () => ({ fact: 'ticket.status', op: 'isNoneOf', value: ['solved', 'closed'] }),
    behaviour: ({ afterMs, refire }) =>
      timeTrigger({
        event,
        refire,
        decidingFact: sinceFact,
        due: ({ facts }) => {
          if (isEnded(facts) || readFact(facts, neededFact) === null) return null;
          const sinceMs = readInstant(facts, sinceFact);
          return sinceMs === null ? null : { dueAtMs: sinceMs + afterMs, episode: String(sinceMs) };
        },
      }),
  });
}
