import type { FactValue } from '../facts/fact-value.ts';
import { listText, shortListText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import { WEEKDAY_NAMES } from '../facts/weekday-names.ts';
import type { Locale } from '../flow/locale.ts';
import type { Comparison, Condition } from './condition.ts';
import { OPERATOR_LABELS } from './operators.ts';

/** The most parts of a group a sentence names, and how many it names when there are more. */
const LONGEST_GROUP = 8;
const NAMED_PARTS = 6;

/** A condition as people say it: "channel is WhatsApp and category is Billing". Inner groups stand in brackets. */
export function conditionSentence(condition: Condition, names: Names, locale: Locale): string {
  if ('all' in condition) return groupSentence(condition.all, 'and', names, locale);
  if ('any' in condition) return groupSentence(condition.any, 'or', names, locale);
  if ('not' in condition) {
    if ('op' in condition.not && condition.not.op === 'isEmpty') {
      const subject = names.fact(condition.not.fact, locale);
      return { en: `${subject} is not empty`, id: `${subject} tidak kosong` }[locale];
    }
    const inner = conditionSentence(condition.not, names, locale);
    return { en: `it is not so that (${inner})`, id: `tidak benar bahwa (${inner})` }[locale];
  }
  return comparisonSentence(condition, names, locale);
}

/** One comparison as people say it: "priority is one of High or Urgent". Long lists of values are shortened. */
export function comparisonSentence(comparison: Comparison, names: Names, locale: Locale): string {
  return `${names.fact(comparison.fact, locale)} ${comparisonPredicate(comparison, names, locale)}`;
}

/** The same where the fact is already named, as in a column of a table: "is one of High or Urgent". */
export function comparisonPredicate({ fact, op, value }: Comparison, names: Names, locale: Locale): string {
  const verb = OPERATOR_LABELS[op][locale];
  const object = valueText(fact, op, value, names, locale);
  return object === '' ? verb : `${verb} ${object}`;
}

function groupSentence(items: readonly Condition[], joiner: 'and' | 'or', names: Names, locale: Locale): string {
  if (items.length === 0) return '…';
  const word = { en: { and: 'and', or: 'or' }, id: { and: 'dan', or: 'atau' } }[locale][joiner];
  const shown = items.length > LONGEST_GROUP ? items.slice(0, NAMED_PARTS) : items;
  const parts = shown.map((item) => {
    const text = conditionSentence(item, names, locale);
    const isGroup = ('all' in item && item.all.length > 1) || ('any' in item && item.any.length > 1);
    return isGroup && items.length > 1 ? `(${text})` : text;
  });
  const hidden = items.length - shown.length;
  if (hidden > 0) parts.push({ en: `${hidden} more conditions`, id: `${hidden} kondisi lagi` }[locale]);
  return parts.join(` ${word} `);
}

function valueText(fact: string, op: Comparison['op'], value: unknown, names: Names, locale: Locale): string {
  const say = (one: unknown) => (isFactValue(one) ? names.value(fact, one, locale) : '…');
  switch (op) {
    case 'isEmpty':
    case 'changed':
      return '';
    case 'inBusinessHours':
      return calendarText(partOf(value, 'calendarId'), names, locale);
    case 'containsAllOf':
      return shortListText(asList(value).map(say), 'and', locale);
    case 'between':
    case 'notBetween':
      return rangeText(say(partOf(value, 'from')), say(partOf(value, 'to')), locale);
    case 'timeOfDayBetween':
      return rangeText(String(partOf(value, 'from') ?? '…'), String(partOf(value, 'to') ?? '…'), locale);
    case 'withinLast':
      return typeof value === 'number' ? names.value('ticket.age', value, locale) : '…';
    case 'isWeekday':
      return listText(
        asList(partOf(value, 'days')).map((day) => WEEKDAY_NAMES[locale][Number(day) - 1] ?? '…'),
        'or',
        locale,
      );
    case 'contains':
    case 'containsAllWords':
    case 'startsWith':
    case 'endsWith':
    case 'matches':
      return typeof value === 'string' && value !== '' ? `“${value}”` : '…';
    default:
      return Array.isArray(value) ? shortListText(value.map(say), 'or', locale) || '…' : say(value);
  }
}

function calendarText(calendarId: unknown, names: Names, locale: Locale): string {
  if (typeof calendarId !== 'string' || !calendarId) return '';
  const name = names.reference('calendar', calendarId);
  return { en: `of ${name}`, id: `menurut ${name}` }[locale];
}

function rangeText(from: string, to: string, locale: Locale): string {
  return { en: `${from} and ${to}`, id: `${from} dan ${to}` }[locale];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function isFactValue(value: unknown): value is FactValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';
}
