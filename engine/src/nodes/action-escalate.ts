import * as z from 'zod';
import { readFact } from '../facts/fact-value.ts';
import { asking } from './asking.ts';
import { compileTemplate } from './compile-template.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { messageField } from './message-field.ts';
import { ACTION_PORTS } from './standard-ports.ts';
import { checkTemplate, quotedTemplate } from './template.ts';

/** The highest support level. */
const HIGHEST = 5;
/** What the people of the level are told where the flow says nothing: no words, so it fits every language. */
const SHORT_NOTICE = '#{{ ticket.number }} {{ ticket.subject }}';

const config = z.strictObject({
  level: z
    .number()
    .int()
    .min(1)
    .max(HIGHEST)
    .optional()
    .meta(
      control(
        'number',
        { en: 'To support level', id: 'Ke tingkat dukungan' },
        { help: { en: 'Leave empty for one level more', id: 'Kosongkan untuk naik satu tingkat' } },
      ),
    ),
  text: messageField(
    { en: 'Message to the people of that level', id: 'Pesan untuk petugas tingkat itu' },
    { en: 'Leave empty to send number and subject', id: 'Kosongkan untuk mengirim nomor dan subjek' },
  ).optional(),
});

/**
 * Raises the support level by one, or sets a named one, and tells the people of that level in the app. A ticket without
 * a level counts as level 1; one at the highest stays there, and its people are told again.
 */
export const actionEscalate = defineNode<z.infer<typeof config>>({
  kind: 'action.escalate',
  group: 'action',
  label: { en: 'Escalate', id: 'Eskalasi' },
  help: {
    en: 'Raises the support level and tells the people of that level',
    id: 'Menaikkan tingkat dukungan dan memberi tahu petugas tingkat itu',
  },
  config,
  defaultConfig: {},
  ports: () => ACTION_PORTS,
  references: () => [],
  check: ({ text }, catalogue) => (text?.trim() ? checkTemplate(text, ['text'], catalogue) : []),
  writes: ({ level }) => [level === undefined ? { fact: 'ticket.level' } : { fact: 'ticket.level', to: level }],
  sentence: ({ level, text }, _names, locale) => {
    const said = text?.trim() ? `: ${quotedTemplate(text)}` : '';
    if (level === undefined) return { en: `Escalate by one level${said}`, id: `Eskalasi satu tingkat${said}` }[locale];
    return { en: `Escalate to level ${level}${said}`, id: `Eskalasi ke tingkat ${level}${said}` }[locale];
  },
  behaviour: ({ level, text }) => {
    const fill = compileTemplate(text?.trim() ? text : SHORT_NOTICE);
    return asking((input) => {
      const now = readFact(input.facts, 'ticket.level');
      const next = level ?? Math.min(HIGHEST, (typeof now === 'number' ? now : 1) + 1);
      return [
        { type: 'setField', field: 'ticket.level', value: next },
        { type: 'notify', recipients: [{ kind: 'level', level: next }], text: fill(input) },
      ];
    });
  },
});
