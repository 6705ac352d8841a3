import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import type { TicketEventType } from '../facts/event.ts';
import type { LocalText } from '../flow/locale.ts';
import { defineNode, type NodeDefinition } from './define-node.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const config = z.strictObject({});

/** What a trigger without a form is made of. */
interface EventTriggerSpec {
  readonly event: TicketEventType;
  readonly label: LocalText;
  readonly help: LocalText;
  readonly sentence: LocalText;
  /** What is certain whenever the event happens. */
  readonly implies?: Condition;
}

/** The kind `trigger.<event>`: it has no form, and fires whenever its event happens. */
export function eventTrigger({ event, label, help, sentence, implies }: EventTriggerSpec): NodeDefinition {
  return defineNode<z.infer<typeof config>>({
    kind: `trigger.${event}`,
    group: 'trigger',
    label,
    help,
    config,
    defaultConfig: {},
    ports: () => TRIGGER_PORTS,
    references: () => [],
    check: () => [],
    sentence: (_config, _names, locale) => sentence[locale],
    implies: () => implies ?? null,
    behaviour: () => ({
      type: 'trigger',
      on: [event],
      need: { condition: null, isSufficient: true },
      miss: () => null,
    }),
  });
}
