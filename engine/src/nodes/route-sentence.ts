import { parseCondition } from '../conditions/condition.ts';
import { conditionSentence } from '../conditions/condition-sentence.ts';
import { OFFERED_LANGUAGES, PRIORITIES } from '../facts/fact-options.ts';
import { listText } from '../facts/list-text.ts';
import type { Names } from '../facts/names.ts';
import { durationText } from '../facts/value-text.ts';
import type { Locale } from '../flow/locale.ts';
import { dropNumbers, LANGUAGE_OF_TICKET, type RouteTarget, stayMs } from './route-target.ts';

/**
 * A ladder as people say it, with the time since the ticket entered it: "queue Billing, needs Refunds (level 3); after
 * 10 minutes to queue General".
 */
export function ladderText(targets: readonly RouteTarget[], names: Names, locale: Locale): string {
  let text = '';
  let sinceMs = 0;
  for (const [index, target] of targets.entries()) {
    text += targetText(target, sinceMs, names, locale);
    const stay = stayMs(target);
    const isLast = index === targets.length - 1;
    if (isLast && stay === null) break;
    sinceMs = stay === null ? 0 : sinceMs + stay;
    const time = durationText(sinceMs, locale);
    // A target that only its condition leads on from: those after it count from that moment.
    const then = { en: 'then to', id: 'lalu ke' }[locale];
    text += `; ${stay === null ? then : { en: `after ${time} to`, id: `setelah ${time} ke` }[locale]} `;
    if (isLast) text += { en: 'the fallback queue', id: 'antrean cadangan' }[locale];
  }
  return text;
}

function targetText(target: RouteTarget, sinceMs: number, names: Names, locale: Locale): string {
  const queue = target.queueId ? names.reference('queue', target.queueId) : '…';
  const needs = listText(needTexts(target, sinceMs, names, locale), 'and', locale);
  const priority = PRIORITIES.find(({ value }) => value === target.priority)?.label[locale];
  const parsed = target.skipIf && parseCondition(target.skipIf);
  const skip = parsed?.ok ? conditionSentence(parsed.condition, names, locale) : '…';
  return [
    { en: `queue ${queue}`, id: `antrean ${queue}` }[locale],
    needs && { en: `, needs ${needs}`, id: `, perlu ${needs}` }[locale],
    priority && { en: `, priority ${priority}`, id: `, prioritas ${priority}` }[locale],
    parsed && { en: ` (moving on at once if ${skip})`, id: ` (langsung pindah bila ${skip})` }[locale],
  ]
    .filter(Boolean)
    .join('');
}

function needTexts(target: RouteTarget, sinceMs: number, names: Names, locale: Locale): string[] {
  const { skills, language, teamId, location } = target.requirement;
  const drops = dropNumbers(target);
  const texts = skills.map(({ skillId, level, drop }) => {
    const skill = names.reference('skill', skillId);
    const range = { en: `level ${level}`, id: `tingkat ${level}` }[locale];
    if (drop === undefined) return `${skill} (${range})`;
    const dropMs = target.timeoutMs === undefined ? null : sinceMs + target.timeoutMs * (drops.indexOf(drop) + 1);
    const time = dropMs === null ? '…' : durationText(dropMs, locale);
    return {
      en: `${skill} (${range}, given up after ${time})`,
      id: `${skill} (${range}, ditinggalkan setelah ${time})`,
    }[locale];
  });
  if (language === LANGUAGE_OF_TICKET) texts.push({ en: "the ticket's language", id: 'bahasa tiket' }[locale]);
  else if (language) {
    texts.push(OFFERED_LANGUAGES.find(({ value }) => value === language)?.label[locale] ?? language);
  }
  if (teamId) {
    const team = names.reference('team', teamId);
    texts.push({ en: `team ${team}`, id: `tim ${team}` }[locale]);
  }
  if (location?.trim()) texts.push({ en: `to be in ${location.trim()}`, id: `berada di ${location.trim()}` }[locale]);
  return texts;
}
