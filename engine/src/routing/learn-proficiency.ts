import type { RoutingAgent } from './assignment.ts';

/** One ticket worked on to its end. */
export interface Handling {
  readonly agentId: string;
  /** See `classKeyOf`. */
  readonly classKey: string;
  /** Working time, without waiting for others, in milliseconds; what is not above 0 is left out. */
  readonly handlingMs: number;
}

export interface LearningOptions {
  /** Proficiency by declared levels, above 0 to 1: what is believed before anything is seen. */
  prior(agentId: string, classKey: string): number;
  /**
   * How many handlings weigh as much as the prior. Absent: estimated from the handlings (empirical Bayes), as the spread
   * within an agent's work over the spread between agents, 2 to 200.
   */
  readonly shrinkage?: number;
}

/** What was learned of one agent in one class. */
export interface LearnedCell {
  readonly agentId: string;
  readonly classKey: string;
  readonly count: number;
  /** Geometric mean of the handling times in milliseconds. */
  readonly meanMs: number;
  readonly prior: number;
  /** Proficiency: the prior, moved by what was seen. 0.2 to 1. */
  readonly estimate: number;
}

export interface ProficiencyTable {
  /** By agent, then class. */
  readonly cells: readonly LearnedCell[];
  /** Overall speed by agent id, 1 the average, 0.5 to 2. */
  readonly speeds: Readonly<Record<string, number>>;
  /** The shrinkage used, in handlings. */
  readonly shrinkage: number;
}

const bounds = { proficiency: [0.2, 1], speed: [0.5, 2], shrinkage: [2, 200] } as const;

/**
 * Learns from handling times how well each agent serves each class, and how fast they are overall.
 *
 * Logarithms of handling times are taken as `class - speed - proficiency` plus noise. Each class is measured against
 * what the priors of those who worked on it let expect, so that an agent is compared within classes only; what an agent
 * deviates everywhere is speed, the rest is proficiency. Both are shrunk by `count / (count + shrinkage)`: with few
 * handlings the prior stands. Order never matters; the cells are bounded, and so is the harm of a strange handling.
 * Cost: O(handlings log handlings). Source: empirical Bayes, Efron and Morris 1975.
 */
export function learnProficiency(
  handlings: readonly Handling[],
  { prior, shrinkage }: LearningOptions,
): ProficiencyTable {
  const raw = gather(handlings, prior);
  const baselines = new Map<string, Mean>();
  for (const cell of raw) meanIn(baselines, cell.classKey).add(cell.mean + Math.log(cell.prior), cell.count);
  const cells = raw.map((cell) => ({
    ...cell,
    gain: meanIn(baselines, cell.classKey).value - cell.mean - Math.log(cell.prior),
  }));
  const weight = shrinkage === undefined ? estimateShrinkage(cells) : Math.max(0, shrinkage);

  const gains = new Map<string, Mean>();
  for (const { agentId, gain, count } of cells) meanIn(gains, agentId).add(gain, count);
  const logSpeeds = new Map([...gains].map(([agentId, mean]) => [agentId, mean.value * share(mean.count, weight)]));
  return {
    cells: cells.map(({ agentId, classKey, count, mean, prior: believed, gain }) => {
      const own = (gain - (logSpeeds.get(agentId) ?? 0)) * share(count, weight);
      const estimate = within(bounds.proficiency, believed * Math.exp(own));
      return { agentId, classKey, count, meanMs: Math.exp(mean), prior: believed, estimate };
    }),
    speeds: Object.fromEntries([...logSpeeds].map(([agentId, log]) => [agentId, within(bounds.speed, Math.exp(log))])),
    shrinkage: weight,
  };
}

/** What a manager set by hand: proficiency, above 0 to 1, of an agent in a class. */
export interface ProficiencyOverride {
  readonly agentId: string;
  readonly classKey: string;
  readonly proficiency: number;
}

/**
 * The agents with the proficiencies that count: set by hand, else learned where `table` is given (null: learning is
 * off), else none, so that the levels count. In the order given.
 */
export function withProficiencies(
  agents: readonly RoutingAgent[],
  table: ProficiencyTable | null,
  overrides: readonly ProficiencyOverride[],
): readonly RoutingAgent[] {
  const known = new Map<string, Map<string, number>>();
  const know = (agentId: string, classKey: string, value: number) => {
    const ofAgent = known.get(agentId);
    if (ofAgent === undefined) known.set(agentId, new Map([[classKey, value]]));
    else ofAgent.set(classKey, value);
  };
  for (const { agentId, classKey, estimate } of table?.cells ?? []) know(agentId, classKey, estimate);
  for (const { agentId, classKey, proficiency } of overrides) know(agentId, classKey, proficiency);
  return agents.map((agent) => {
    const proficiencies = known.get(agent.agentId);
    const speed = table?.speeds[agent.agentId];
    return {
      ...agent,
      ...(proficiencies === undefined ? {} : { proficiencies: Object.fromEntries(proficiencies) }),
      ...(speed === undefined ? {} : { speed }),
    };
  });
}

/** Handlings of one agent in one class, in logarithms of milliseconds. */
interface Cell {
  readonly agentId: string;
  readonly classKey: string;
  readonly count: number;
  readonly prior: number;
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly scatter: number;
}

/** Sums run in a fixed order, so that the order of the handlings does not show in the last bit. */
function gather(handlings: readonly Handling[], prior: LearningOptions['prior']): readonly Cell[] {
  const sorted = handlings
    .filter(({ handlingMs }) => handlingMs > 0 && Number.isFinite(handlingMs))
    .sort((a, b) => compare(a.agentId, b.agentId) || compare(a.classKey, b.classKey) || a.handlingMs - b.handlingMs);
  const cells: Cell[] = [];
  for (let from = 0; from < sorted.length; ) {
    const { agentId, classKey } = sorted[from] as Handling;
    const logs: number[] = [];
    for (; from < sorted.length; from++) {
      const at = sorted[from] as Handling;
      if (at.agentId !== agentId || at.classKey !== classKey) break;
      logs.push(Math.log(at.handlingMs));
    }
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const scatter = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
    const believed = within(bounds.proficiency, prior(agentId, classKey));
    cells.push({ agentId, classKey, count: logs.length, prior: believed, mean, scatter });
  }
  return cells;
}

/** Noise within cells over what cells truly differ by (method of moments). */
function estimateShrinkage(cells: readonly (Cell & { readonly gain: number })[]): number {
  const handled = cells.reduce((sum, { count }) => sum + count, 0);
  const freedom = handled - cells.length;
  if (freedom <= 0 || cells.length < 2) return bounds.shrinkage[1];
  const noise = cells.reduce((sum, { scatter }) => sum + scatter, 0) / freedom;
  const spread = cells.reduce((sum, { gain }) => sum + gain * gain, 0) / cells.length;
  const ofNoise = cells.reduce((sum, { count }) => sum + noise / count, 0) / cells.length;
  const ofAgents = spread - ofNoise;
  return ofAgents <= 0 ? bounds.shrinkage[1] : within(bounds.shrinkage, noise / ofAgents);
}

class Mean {
  count = 0;
  #sum = 0;

  add(value: number, count: number): void {
    this.count += count;
    this.#sum += value * count;
  }

  get value(): number {
    return this.#sum / this.count;
  }
}

function meanIn(means: Map<string, Mean>, key: string): Mean {
  let mean = means.get(key);
  if (mean === undefined) {
    mean = new Mean();
    means.set(key, mean);
  }
  return mean;
}

const share = (count: number, weight: number): number => count / (count + weight);
const within = ([least, most]: readonly [number, number], value: number): number =>
  Math.min(most, Math.max(least, value));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
