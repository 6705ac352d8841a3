import { Chance } from './chance.bench-support.ts';
import { maximize } from './linear-program.bench-support.ts';

/** Times are in minutes throughout. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export const PRIORITY_WEIGHTS = [8, 4, 2, 1] as const;
export const TARGETS = [5, 15, 60, 240] as const;
const PRIORITY_SHARES = [0.08, 0.2, 0.52, 0.2];
const LANGUAGE_SHARES = [0.5, 0.2, 0.15, 0.15];
const TOPIC_SHARES = [0.35, 0.4, 0.25];
const TOPIC_WORK = [9, 14, 11];
const WORK_VARIATION = 0.9;
/** Agents by first language and first topic: 18, 9, 7 and 6, by the shares of the topics. */
const FIRST_SKILLS = [
  [6, 7, 5],
  [3, 4, 2],
  [2, 3, 2],
  [2, 2, 2],
];
const FURTHER_TOPIC = 0.85;
const FURTHER_LANGUAGE = 0.92;
/** Total work rate of an agent with 0, 1, 2... tickets at once. */
export const WORK_RATES = [0, 1, 1.65, 2.15, 2.5, 2.75] as const;
const DAY = 600;
const DAYS = 10;

export const CLASS_COUNT = LANGUAGE_SHARES.length * TOPIC_SHARES.length;
const CLASS_SHARES = LANGUAGE_SHARES.flatMap((language) => TOPIC_SHARES.map((topic) => language * topic));
const CLASS_WORK = LANGUAGE_SHARES.flatMap(() => TOPIC_WORK);

/** The skills a class of tickets asks for. */
export function skillsOf(classAt: number): readonly [language: string, topic: string] {
  return [`language-${Math.floor(classAt / TOPIC_SHARES.length)}`, `topic-${classAt % TOPIC_SHARES.length}`];
}

export interface Worker {
  readonly capacity: number;
  readonly speed: number;
  /** What is declared of them: level by skill. */
  readonly levels: Readonly<Record<string, number>>;
  /** How well they really serve each class; 0 where they can't. The dispatcher never sees it. */
  readonly proficiencies: readonly number[];
}

export interface Arrival {
  readonly at: number;
  readonly classAt: number;
  readonly priority: number;
  readonly work: number;
}

/**
 * How first topics are spread. `byShare`: by head count, as first languages are. `drawn`: by chance, so that a class may
 * hang on one or two agents. `alike`: everybody knows everything as well, at the same speed.
 */
export type Team = 'byShare' | 'drawn' | 'alike';

/**
 * 40 agents: a first language and topic, level 5; a second language with 0.55, level 4; a second topic with 0.7 and a third
 * with 0.18, level 3. Further ones are drawn by their share of the tickets.
 */
export function hire(seed: number, team: Team): readonly Worker[] {
  const chance = new Chance(seed * 7919 + 1);
  return FIRST_SKILLS.flatMap((counts, language) =>
    counts.flatMap((count, topic) => Array.from({ length: count }, () => hireOne(language, topic, team, chance))),
  );
}

function hireOne(firstLanguage: number, ownTopic: number, team: Team, chance: Chance): Worker {
  const languages = new Map([[firstLanguage, 1]]);
  if (chance.next() < 0.55) languages.set(furtherOf(LANGUAGE_SHARES, [firstLanguage], chance), FURTHER_LANGUAGE);
  const topics = new Map([[team === 'byShare' ? ownTopic : chance.pick(TOPIC_SHARES), 1]]);
  for (const share of [0.7, 0.18])
    if (chance.next() < share) topics.set(furtherOf(TOPIC_SHARES, [...topics.keys()], chance), FURTHER_TOPIC);
  const speed = 0.75 + 0.55 * chance.next();
  const capacity = 3 + chance.below(3);
  const isAlike = team === 'alike';
  const known = isAlike ? new Map(LANGUAGE_SHARES.map((_, language) => [language, 1])) : languages;
  const able = isAlike ? new Map(TOPIC_SHARES.map((_, topic) => [topic, 1])) : topics;
  return {
    capacity,
    speed: isAlike ? 1 : speed,
    levels: Object.fromEntries([
      ...[...known].map(([language, share]) => [`language-${language}`, share === 1 ? 5 : 4]),
      ...[...able].map(([topic, share]) => [`topic-${topic}`, share === 1 ? 5 : 3]),
    ]),
    proficiencies: LANGUAGE_SHARES.flatMap((_, language) =>
      TOPIC_SHARES.map((_share, topic) => (known.get(language) ?? 0) * (able.get(topic) ?? 0)),
    ),
  };
}

/** Another one, by the shares of those that are left. */
function furtherOf(shares: readonly number[], known: readonly number[], chance: Chance): number {
  const left = shares.map((share, at) => (known.includes(at) ? 0 : share));
  const total = left.reduce((sum, share) => sum + share, 0);
  return chance.pick(left.map((share) => share / total));
}

/** The most tickets a minute these people can do with work split at will: the fluid linear programme. */
export function capacityOf(workers: readonly Worker[]): number {
  const pairs = workers.flatMap(({ capacity, speed, proficiencies }, worker) =>
    proficiencies.flatMap((proficiency, classAt) =>
      proficiency === 0
        ? []
        : { worker, classAt, rate: (speed * proficiency * (WORK_RATES[capacity] ?? 0)) / (CLASS_WORK[classAt] ?? 1) },
    ),
  );
  // The last variable is the rate of arrivals; the others are each worker's time given to each class.
  const ofWorkers = workers.map((_, worker) => [...pairs.map((pair) => (pair.worker === worker ? 1 : 0)), 0]);
  const ofClasses = CLASS_SHARES.map((share, classAt) => [
    ...pairs.map((pair) => (pair.classAt === classAt ? -pair.rate : 0)),
    share,
  ]);
  return maximize(
    [...pairs.map(() => 0), 1],
    [...ofWorkers, ...ofClasses],
    [...workers.map(() => 1), ...CLASS_SHARES.map(() => 0)],
  );
}

/** Ten days of arrivals: Poisson, the rate (per minute) swinging by a share over each 10-hour day. In order. */
export function arrive(seed: number, rate: number, swing: number): readonly Arrival[] {
  const chance = new Chance(seed * 104_729 + 2);
  const arrivals: Arrival[] = [];
  const peak = rate * (1 + swing);
  for (let at = chance.exponential() / peak; at < DAY * DAYS; at += chance.exponential() / peak) {
    // Thinning, Lewis and Shedler 1979.
    if (chance.next() * peak > rate * (1 + swing * Math.sin((2 * Math.PI * at) / DAY))) continue;
    const classAt = chance.pick(CLASS_SHARES);
    const work = chance.lognormal(CLASS_WORK[classAt] ?? 1, WORK_VARIATION);
    arrivals.push({ at, classAt, priority: chance.pick(PRIORITY_SHARES), work });
  }
  return arrivals;
}
