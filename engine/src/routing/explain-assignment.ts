import type { AssignmentExplanation, Exclusion, ExclusionReason, Policy, WaitExplanation } from './assignment.ts';

export type ExplanationLocale = 'en' | 'id';

/** How to call what an explanation holds by id; an id without a name is given back as it is. */
export interface ExplanationNames {
  agentName(agentId: string): string;
  skillName(skillId: string): string;
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
  const words = wordsOf[locale];
  const { policy, figures, runnerUp } = explanation;
  const sentences = [
    words.waited(durationText(explanation.waitedMs, words)),
    words.chosen[policy](explanation.eligibleCount, figuresText(policy, figures, words)),
  ];
  if (runnerUp !== null) {
    sentences.push(words.runnerUp(names.agentName(runnerUp.agentId), figuresText(policy, runnerUp.figures, words)));
  }
  if (explanation.exclusions.length > 0) sentences.push(exclusionsText(explanation.exclusions, names, words));
  return sentences.join(' ');
}

/** Why a ticket still waits and what would end it, in a few sentences. Plain text without line breaks. */
export function explainWait(wait: WaitExplanation, names: ExplanationNames, locale: ExplanationLocale): string {
  const words = wordsOf[locale];
  if (wait.exclusions.length === 0) return wait.cause === 'held' ? words.held : words.nobody;
  const first = wait.cause === 'held' ? words.held : words.noEligibleAgent;
  return `${first} ${exclusionsText(wait.exclusions, names, words)}`;
}

/** One reason as a clause about `count` agents: `2 lack Billing at level 3`. */
function reasonText(reason: ExclusionReason, count: number, names: ExplanationNames, words: Words): string {
  if (reason.code === 'lacksSkill') return words.lacksSkill(count, names.skillName(reason.skillId), reason.level);
  return words.reasons[reason.code](count);
}

function exclusionsText(exclusions: readonly Exclusion[], names: ExplanationNames, words: Words): string {
  // What each agent has instead of the level is detail: people who lack the same skill are one group here.
  const groups = new Map<string, { reason: ExclusionReason; count: number }>();
  for (const { reason, count } of exclusions) {
    const key = reason.code === 'lacksSkill' ? JSON.stringify([reason.skillId, reason.level]) : reason.code;
    groups.set(key, { reason, count: count + (groups.get(key)?.count ?? 0) });
  }
  const total = exclusions.reduce((sum, { count }) => sum + count, 0);
  const clauses = [...groups.values()].map(({ reason, count }) => reasonText(reason, count, names, words));
  return words.excluded(total, clauses.join(', '));
}

function figuresText(policy: Policy, figures: Readonly<Record<string, number>>, words: Words): string {
  const share = (value = 0) => words.decimal(value.toFixed(2));
  const units = (value = 0) => words.decimal(String(Math.round(value * 100) / 100));
  const load = words.load(units(figures.load), units(figures.capacity));
  if (policy === 'priorityThenAge') return `${words.spare(units(figures.spareCapacity))}, ${load}`;
  return `${words.fit(share(figures.fit))}, ${words.proficiency(share(figures.proficiency))}, ${load}`;
}

/** In the largest unit that gives 2 or more, rounded down; seconds below two minutes. */
function durationText(durationMs: number, words: Words): string {
  const seconds = Math.floor(durationMs / 1000);
  if (seconds < 120) return words.seconds(seconds);
  if (seconds < 2 * 3600) return words.minutes(Math.floor(seconds / 60));
  if (seconds < 2 * 86_400) return words.hours(Math.floor(seconds / 3600));
  return words.days(Math.floor(seconds / 86_400));
}

type Counted = (count: number) => string;

interface Words {
  decimal(text: string): string;
  seconds: Counted;
  minutes: Counted;
  hours: Counted;
  days: Counted;
  waited(duration: string): string;
  readonly chosen: Readonly<Record<Policy, (eligibleCount: number, figures: string) => string>>;
  runnerUp(name: string, figures: string): string;
  fit(value: string): string;
  proficiency(value: string): string;
  spare(units: string): string;
  load(load: string, capacity: string): string;
  excluded(count: number, clauses: string): string;
  readonly reasons: Readonly<Record<Exclude<ExclusionReason['code'], 'lacksSkill'>, Counted>>;
  lacksSkill(count: number, skill: string, level: number): string;
  readonly held: string;
  readonly noEligibleAgent: string;
  readonly nobody: string;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const english: Words = {
  decimal: (text) => text,
  seconds: (count) => plural(count, 'second'),
  minutes: (count) => plural(count, 'minute'),
  hours: (count) => plural(count, 'hour'),
  days: (count) => plural(count, 'day'),
  waited: (duration) => `Waited ${duration}.`,
  chosen: {
    balanced: (eligible, figures) =>
      eligible === 1
        ? `The only eligible agent (${figures}).`
        : `The best fit of ${eligible} eligible agents (${figures}).`,
    priorityThenAge: (eligible, figures) =>
      eligible === 1
        ? `The only eligible agent (${figures}).`
        : `The most spare capacity of ${eligible} eligible agents (${figures}).`,
  },
  runnerUp: (name, figures) => `Next in line: ${name} (${figures}).`,
  fit: (value) => `fit ${value}`,
  proficiency: (value) => `proficiency ${value}`,
  spare: (units) => `spare ${units}`,
  load: (load, capacity) => `load ${load} of ${capacity}`,
  excluded: (count, clauses) => `${plural(count, 'agent')} could not take it: ${clauses}.`,
  reasons: {
    offline: (count) => `${count} offline`,
    away: (count) => `${count} away`,
    wrongTeam: (count) => `${count} outside the team`,
    wrongLanguage: (count) => `${count} without the language`,
    full: (count) => `${count} at full capacity`,
  },
  lacksSkill: (count, skill, level) => `${count} ${count === 1 ? 'lacks' : 'lack'} ${skill} at level ${level}`,
  held:
    'Held for now: the eligible agents have two tickets or more and are kept free for work that suits them better. ' +
    'They take it once 30 % of its target has passed, or as soon as they hold fewer than two tickets.',
  noEligibleAgent: 'Waiting until an eligible agent is free.',
  nobody: 'Waiting: no agents are set up to take it.',
};

const indonesian: Words = {
  decimal: (text) => text.replace('.', ','),
  seconds: (count) => `${count} detik`,
  minutes: (count) => `${count} menit`,
  hours: (count) => `${count} jam`,
  days: (count) => `${count} hari`,
  waited: (duration) => `Menunggu ${duration}.`,
  chosen: {
    balanced: (eligible, figures) =>
      eligible === 1
        ? `Satu-satunya agen yang memenuhi syarat (${figures}).`
        : `Paling cocok dari ${eligible} agen yang memenuhi syarat (${figures}).`,
    priorityThenAge: (eligible, figures) =>
      eligible === 1
        ? `Satu-satunya agen yang memenuhi syarat (${figures}).`
        : `Sisa kapasitas terbanyak dari ${eligible} agen yang memenuhi syarat (${figures}).`,
  },
  runnerUp: (name, figures) => `Urutan berikutnya: ${name} (${figures}).`,
  fit: (value) => `kecocokan ${value}`,
  proficiency: (value) => `kemahiran ${value}`,
  spare: (units) => `sisa kapasitas ${units}`,
  load: (load, capacity) => `beban ${load} dari ${capacity}`,
  excluded: (count, clauses) => `${count} agen tidak dapat mengambilnya: ${clauses}.`,
  reasons: {
    offline: (count) => `${count} luring`,
    away: (count) => `${count} sedang tidak di tempat`,
    wrongTeam: (count) => `${count} di luar tim`,
    wrongLanguage: (count) => `${count} tidak menguasai bahasanya`,
    full: (count) => `${count} kapasitasnya penuh`,
  },
  lacksSkill: (count, skill, level) => `${count} belum memiliki keahlian ${skill} tingkat ${level}`,
  held:
    'Ditahan sementara: agen yang memenuhi syarat sudah memegang dua tiket atau lebih dan disiapkan untuk tiket yang ' +
    'lebih sesuai. Tiket ini diambil setelah 30 % batas waktunya lewat, atau begitu mereka memegang kurang dari dua tiket.',
  noEligibleAgent: 'Menunggu sampai ada agen yang memenuhi syarat dan punya kapasitas.',
  nobody: 'Menunggu: belum ada agen yang diatur untuk mengambilnya.',
};

const wordsOf: Readonly<Record<ExplanationLocale, Words>> = { en: english, id: indonesian };
