import { z } from 'zod';
import { isOffered, valueSchema } from '../conditions/comparison-value.ts';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import { listText } from '../facts/list-text.ts';
import type { Issue } from '../flow/issue.ts';
import { asking } from './asking.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding, required } from './finding.ts';
import { ACTION_PORTS } from './standard-ports.ts';

const value = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(500),
  z.null(),
]);

const config = z.strictObject({
  fields: z.record(z.string().min(1), value).meta(control('fieldValues', { en: 'Fields', id: 'Bidang' })),
});

/** Fields a ticket always has; the others may be emptied with null. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(['ticket.status', 'ticket.priority', 'ticket.level']);

/** Writes fields of the ticket; null empties one. Instants are milliseconds since 1970 UTC. */
export const actionSetFields = defineNode<z.infer<typeof config>>({
  kind: 'action.setFields',
  group: 'action',
  label: { en: 'Set fields', id: 'Isi bidang' },
  help: {
    en: 'Sets status, priority, severity, level, category, language or custom fields',
    id: 'Mengisi status, prioritas, keparahan, tingkat, kategori, bahasa, atau bidang khusus',
  },
  config,
  defaultConfig: { fields: {} },
  ports: () => ACTION_PORTS,
  references: () => [],
  check: ({ fields }, catalogue) => [
    ...required(Object.keys(fields).length > 0, ['fields']),
    ...Object.entries(fields).flatMap(([fact, given]) => checkField(fact, given, catalogue)),
  ],
  sentence: ({ fields }, names, locale) => {
    const parts = sortedEntries(fields).map(([fact, given]) => {
      const field = names.fact(fact, locale);
      if (given === null) return { en: `${field} to empty`, id: `${field} menjadi kosong` }[locale];
      const said = names.value(fact, given, locale) || '…';
      return { en: `${field} to ${said}`, id: `${field} menjadi ${said}` }[locale];
    });
    const list = listText(parts, 'and', locale) || '…';
    return { en: `Set ${list}`, id: `Ubah ${list}` }[locale];
  },
  writes: ({ fields }) => sortedEntries(fields).map(([fact, to]) => ({ fact, to })),
  behaviour: ({ fields }) => {
    const drafts = sortedEntries(fields).map(([field, given]) => ({ type: 'setField', field, value: given }) as const);
    return asking(() => drafts);
  },
});

/** In the fields' order by key, so that a document's key order never shows. */
function sortedEntries<T>(fields: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

function checkField(fact: string, given: unknown, catalogue: readonly FactDefinition[]): readonly Issue[] {
  const path = ['fields', fact];
  const definition = findFact(catalogue, fact);
  if (!definition?.isSettable) return [finding('UNKNOWN_FACT', path, { fact })];
  if (given === null) return NEVER_EMPTY.has(fact) ? [finding('MISSING_CONFIG', path)] : [];
  if (given === '' || (Array.isArray(given) && given.length === 0)) return [finding('MISSING_CONFIG', path)];
  const { type, range } = definition;
  const isOfType =
    type === 'instant'
      ? typeof given === 'number'
      : valueSchema(type, type === 'set' ? 'many' : 'one').safeParse(given).success;
  if (!isOfType) return [finding('TYPE_MISMATCH', path, { fact, type })];
  if (range && typeof given === 'number' && !isWithin(given, range)) {
    return [finding('INVALID_VALUE', path, { expected: `${range.least}–${range.most}` })];
  }
  return typeof given === 'string' && !isOffered(definition, given)
    ? [finding('INVALID_VALUE', path, { expected: 'option', value: given, fact })]
    : [];
}

function isWithin(given: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isInteger(given) && least <= given && given <= most;
}
