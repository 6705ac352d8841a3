import * as z from 'zod';
import { isOffered, valueSchema } from '../conditions/comparison-value.ts';
import { BUILT_IN_FACTS } from '../facts/built-in-facts.ts';
import { type FactDefinition, findFact } from '../facts/fact-catalogue.ts';
import { type FactValue, readFact } from '../facts/fact-value.ts';
import { foldText } from '../facts/fold-text.ts';
import { listText } from '../facts/list-text.ts';
import type { Issue } from '../flow/issue.ts';
import type { EffectDraft } from './behaviour.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding, required } from './finding.ts';
import { ACTION_PORTS, FALLIBLE_PORTS } from './standard-ports.ts';

const value = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(500),
  z.null(),
  z.strictObject({ fact: z.string() }),
]);

type Given = z.infer<typeof value>;

const config = z.strictObject({
  fields: z.record(z.string().min(1), value).meta(control('fieldValues', { en: 'Fields', id: 'Bidang' })),
});

/** Fields a ticket always has; the others may be emptied with null. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(['ticket.status', 'ticket.priority', 'ticket.level']);

/**
 * Writes fields of the ticket; null empties one, `{fact}` copies the value of a fact, such as the result of an earlier
 * step. A copied fact that is missing leaves the field as it is; a value that does not fit fails the step. Instants are
 * milliseconds since 1970 UTC.
 */
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
  ports: ({ fields }) => (Object.values(fields).some(isCopied) ? FALLIBLE_PORTS : ACTION_PORTS),
  references: () => [],
  check: ({ fields }, catalogue) => [
    ...required(Object.keys(fields).length > 0, ['fields']),
    ...Object.entries(fields).flatMap(([fact, given]) => checkField(fact, given, catalogue)),
  ],
  sentence: ({ fields }, names, locale) => {
    const parts = sortedEntries(fields).map(([fact, given]) => {
      const field = names.fact(fact, locale);
      if (given === null) return { en: `${field} to empty`, id: `${field} menjadi kosong` }[locale];
      const said = (isCopied(given) ? names.fact(given.fact, locale) : names.value(fact, given, locale)) || '…';
      return { en: `${field} to ${said}`, id: `${field} menjadi ${said}` }[locale];
    });
    const list = listText(parts, 'and', locale) || '…';
    return { en: `Set ${list}`, id: `Ubah ${list}` }[locale];
  },
  writes: ({ fields }) => sortedEntries(fields).map(([fact, to]) => (isCopied(to) ? { fact } : { fact, to })),
  behaviour: ({ fields }) => {
    const sorted = sortedEntries(fields);
    return {
      type: 'action',
      awaited: 'never',
      act: ({ facts }) => {
        const effects: EffectDraft[] = [];
        for (const [field, given] of sorted) {
          if (!isCopied(given)) {
            effects.push({ type: 'setField', field, value: given });
            continue;
          }
          const copied = readFact(facts, given.fact);
          if (copied === null) continue;
          const fitting = fittingValue(field, copied);
          if (fitting === null) return { failure: 'badValue' };
          effects.push({ type: 'setField', field, value: fitting });
        }
        return { effects };
      },
    };
  },
});

function isCopied(given: Given): given is { fact: string } {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** A copied value as the field takes it, options in the case they are offered in; null where it does not fit. */
function fittingValue(field: string, copied: FactValue): FactValue | null {
  const definition = findFact(BUILT_IN_FACTS, field);
  // What a workspace added was checked at publish, by type.
  if (!definition) return copied;
  const { type, range, options = [], isOpen } = definition;
  if (type === 'number') return typeof copied === 'number' && (!range || isWithin(copied, range)) ? copied : null;
  if (typeof copied !== 'string') return null;
  const offered = options.find((option) => foldText(option.value) === foldText(copied))?.value;
  return offered ?? (type === 'text' || isOpen ? copied : null);
}

/** In the fields' order by key, so that a document's key order never shows. */
function sortedEntries<T>(fields: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A field takes facts of its own type; texts and options stand for each other. */
function checkCopy(
  { fact, type }: FactDefinition,
  source: string,
  catalogue: readonly FactDefinition[],
): readonly Issue[] {
  const path = ['fields', fact, 'fact'];
  if (source === '') return [finding('MISSING_CONFIG', path)];
  const from = findFact(catalogue, source);
  if (!from) return [finding('UNKNOWN_FACT', path, { fact: source })];
  const wordy: ReadonlySet<string> = new Set(['text', 'option']);
  const fits = from.type === type || (wordy.has(from.type) && wordy.has(type));
  return fits ? [] : [finding('TYPE_MISMATCH', path, { fact, type })];
}

function checkField(fact: string, given: Given, catalogue: readonly FactDefinition[]): readonly Issue[] {
  const path = ['fields', fact];
  const definition = findFact(catalogue, fact);
  if (!definition?.isSettable) return [finding('UNKNOWN_FACT', path, { fact })];
  if (isCopied(given)) return checkCopy(definition, given.fact, catalogue);
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
