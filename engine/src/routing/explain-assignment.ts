import type { AssignmentExplanation, Exclusion, ExclusionReason, Policy, WaitExplanation } from './assignment.ts';
import { EXPLANATION_WORDS, type ExplanationLocale, type ExplanationWords } from './explanation-words.ts';

/** How to call what an explanation holds by id; an id without a name is given back as it is. */
export interface ExplanationNames {
  agentName(agentId: string): string;
  skillName(skillId: string): string;
  /** Absent: statuses are called by their ids. */
  statusName?(statusId: string): string;
  /** Absent: channels are called by their types. */
  channelName?(channelType: string): string;
}

/**
 * Why a ticket went to its agent, in a few sentences for people: policy, wait, deciding figures, runner-up, and how many
 * others could not take it, by reason. Plain text without line breaks; agents count, only the runner-up is named.
 */
export function explainAssignment(
  explanation: AssignmentExplanation,
  names: ExplanationNames,
  locale: ExplanationLocale,
): string {
  const words = EXPLANATION_WORDS[locale];
  const { policy, figures, runnerUp, eligibleCount, preferred } = explanation;
  const own = figuresText(policy, figures, words);
  const sentences = [words.waited(durationText(explanation.waitedMs, words))];
  if (preferred !== undefined) sentences.push(words.preferred(eligibleCount, own));
  else if (eligibleCount === 1) sentences.push(words.only(own));
  else sentences.push(words.chosen[policy](eligibleCount, own));
  if (runnerUp !== null) {
    sentences.push(words.runnerUp(names.agentName(runnerUp.agentId), figuresText(policy, runnerUp.figures, words)));
  }
  if (explanation.exclusions.length > 0) sentences.push(exclusionsText(explanation.exclusions, names, words));
  return sentences.join(' ');
}

/** Why a ticket still waits and what would end it, in a few sentences. Plain text without line breaks. */
export function explainWait(wait: WaitExplanation, names: ExplanationNames, locale: ExplanationLocale): string {
  const words = EXPLANATION_WORDS[locale];
  if (wait.exclusions.length === 0) return wait.cause === 'held' ? words.held : words.nobody;
  const first = wait.cause === 'held' ? words.held : words.noEligibleAgent;
  return `${first} ${exclusionsText(wait.exclusions, names, words)}`;
}

/** "Why not me?" for one agent: the answer of `exclusionFor` as a sentence; null is that they could take it. */
export function explainExclusion(
  agentId: string,
  reason: ExclusionReason | null,
  names: ExplanationNames,
  locale: ExplanationLocale,
): string {
  const words = EXPLANATION_WORDS[locale];
  const name = names.agentName(agentId);
  return reason === null ? words.eligible(name) : words.one(name, ownReasonText(reason, names, words));
}

function ownReasonText(reason: ExclusionReason, names: ExplanationNames, words: ExplanationWords): string {
  switch (reason.code) {
    case 'lacksSkill':
      return words.oneLacksSkill(names.skillName(reason.skillId), reason.level, reason.has);
    case 'customStatus':
      return words.oneStatus(statusName(reason.statusId, names));
    case 'wrongChannel':
      return words.oneWrongChannel(channelName(reason.channelType, names));
    case 'fullOnChannel':
      return words.oneFullOnChannel(channelName(reason.channelType, names));
    default:
      return words.oneReasons[reason.code];
  }
}

/** One reason as a clause about `count` agents: `2 lack Billing at level 3`. */
function reasonText(reason: ExclusionReason, count: number, names: ExplanationNames, words: ExplanationWords): string {
  switch (reason.code) {
    case 'lacksSkill':
      return words.lacksSkill(count, names.skillName(reason.skillId), reason.level);
    case 'customStatus':
      return words.customStatus(count, statusName(reason.statusId, names));
    case 'wrongChannel':
      return words.wrongChannel(count, channelName(reason.channelType, names));
    case 'fullOnChannel':
      return words.fullOnChannel(count, channelName(reason.channelType, names));
    default:
      return words.reasons[reason.code](count);
  }
}

const statusName = (id: string, names: ExplanationNames): string => names.statusName?.(id) ?? id;
const channelName = (type: string, names: ExplanationNames): string => names.channelName?.(type) ?? type;

function exclusionsText(exclusions: readonly Exclusion[], names: ExplanationNames, words: ExplanationWords): string {
  // What each agent has instead of the level is detail: people who lack the same skill are one group here.
  const groups = new Map<string, { reason: ExclusionReason; count: number }>();
  for (const { reason, count } of exclusions) {
    const key = reason.code === 'lacksSkill' ? JSON.stringify([reason.skillId, reason.level]) : JSON.stringify(reason);
    groups.set(key, { reason, count: count + (groups.get(key)?.count ?? 0) });
  }
  const total = exclusions.reduce((sum, { count }) => sum + count, 0);
  const clauses = [...groups.values()].map(({ reason, count }) => reasonText(reason, count, names, words));
  return words.excluded(total, clauses.join(', '));
}

function figuresText(policy: Policy, figures: Readonly<Record<string, number>>, words: ExplanationWords): string {
  const share = (value = 0) => words.decimal(value.toFixed(2));
  const units = (value = 0) => words.decimal(String(Math.round(value * 100) / 100));
  const load = words.load(units(figures.load), units(figures.capacity));
  switch (policy) {
    case 'balanced':
      return `${words.fit(share(figures.fit))}, ${words.proficiency(share(figures.proficiency))}, ${load}`;
    case 'priorityThenAge':
    case 'dueFirst':
      return `${words.spare(units(figures.spareCapacity))}, ${load}`;
    default:
      return load;
  }
}

/** In the largest unit that gives 2 or more, rounded down; seconds below two minutes. */
function durationText(durationMs: number, words: ExplanationWords): string {
  const seconds = Math.floor(durationMs / 1000);
  if (seconds < 120) return words.seconds(seconds);
  if (seconds < 2 * 3600) return words.minutes(Math.floor(seconds / 60));
  if (seconds < 2 * 86_400) return words.hours(Math.floor(seconds / 3600));
  return words.days(Math.floor(seconds / 86_400));
}
