import type { AgentPool } from './agent-pool.ts';
import { foldLocation } from './exclusion-for.ts';
import { Need, plainRequirement } from './need.ts';
import { primaryLanguage, requiredSkills } from './proficiency.ts';
import type { Requirement } from './requirement.ts';

/** A place in the index: further steps by number, and the need that ends here. */
interface Step {
  readonly further: Map<number, Step>;
  need: Need | null;
}

/**
 * Finds the need of a requirement, one for all that ask the same, however written. Texts go by number and requirements
 * are walked number by number: keys made of text cost more than all the rest of sorting tickets.
 */
export class NeedIndex {
  readonly #pool: AgentPool;
  readonly #start: Step = { further: new Map(), need: null };
  readonly #teams = new Map<string, number>();
  readonly #channels = new Map<string, number>();
  readonly #skills = new Map<string, number>();
  readonly #languages = new Numbering(primaryLanguage);
  readonly #locations = new Numbering(foldLocation);

  constructor(pool: AgentPool) {
    this.#pool = pool;
  }

  of(requirement: Requirement, channelType: string | undefined): Need {
    const { teamId, language, location } = requirement;
    let step = stepTo(this.#start, numberIn(this.#channels, channelType));
    step = stepTo(step, numberIn(this.#teams, teamId));
    step = stepTo(step, language === undefined ? 0 : this.#languages.of(language));
    step = stepTo(step, location === undefined ? 0 : this.#locations.of(location));
    for (const { skillId, level } of requiredSkills(requirement.skills)) {
      step = stepTo(step, numberIn(this.#skills, skillId));
      step = stepTo(step, level);
    }
    step.need ??= new Need(this.#pool, plainRequirement(requirement), channelType);
    return step.need;
  }
}

/** Numbers for texts that are the same in a plain form; each way of writing is made plain once. */
class Numbering {
  readonly #toPlain: (text: string) => string;
  readonly #asWritten = new Map<string, number>();
  readonly #plain = new Map<string, number>();

  constructor(toPlain: (text: string) => string) {
    this.#toPlain = toPlain;
  }

  of(text: string): number {
    let number = this.#asWritten.get(text);
    if (number === undefined) {
      number = numberIn(this.#plain, this.#toPlain(text));
      this.#asWritten.set(text, number);
    }
    return number;
  }
}

/** From 1; 0 for nothing. */
function numberIn(numbers: Map<string, number>, text: string | undefined): number {
  if (text === undefined) return 0;
  let number = numbers.get(text);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(text, number);
  }
  return number;
}

function stepTo({ further }: Step, number: number): Step {
  let step = further.get(number);
  if (step === undefined) {
    step = { further: new Map(), need: null };
    further.set(number, step);
  }
  return step;
}
