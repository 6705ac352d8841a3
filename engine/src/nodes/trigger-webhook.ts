import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { EVENT_FACTS } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { required } from './finding.ts';
import { TRIGGER_PORTS } from './standard-ports.ts';

const config = z.strictObject({
  name: z
    .string()
    .max(100)
    .meta(
      control(
        'text',
        { en: 'Name of the event', id: 'Nama peristiwa' },
        {
          help: {
            en: 'As the other system sends it, for example payment.failed',
            id: 'Seperti yang dikirim sistem lain, misalnya payment.failed',
          },
        },
      ),
    ),
});

/** Fires when another system sends an event of this name for the ticket. Names are compared exactly. */
export const triggerWebhook = defineNode<z.infer<typeof config>>({
  kind: 'trigger.webhook',
  group: 'trigger',
  label: { en: 'Event from another system', id: 'Peristiwa dari sistem lain' },
  help: {
    en: 'Starts when another system sends an event about the ticket',
    id: 'Mulai ketika sistem lain mengirim peristiwa tentang tiket',
  },
  config,
  defaultConfig: { name: '' },
  ports: () => TRIGGER_PORTS,
  references: () => [],
  check: ({ name }) => required(name.trim() !== '', ['name']),
  sentence: ({ name }, _names, locale) => {
    const called = name.trim() ? `“${name.trim()}”` : '…';
    return { en: `When another system sends ${called}`, id: `Ketika sistem lain mengirim ${called}` }[locale];
  },
  behaviour: ({ name }) => {
    const wanted = name.trim();
    if (!wanted) return null;
    const condition: Condition = { fact: EVENT_FACTS.name, op: 'is', value: wanted };
    return {
      type: 'trigger',
      on: ['webhook'],
      need: { condition, isSufficient: false },
      miss: ({ event }) => (event.name === wanted ? null : { reason: 'otherName', seen: event.name ?? null }),
    };
  },
});
