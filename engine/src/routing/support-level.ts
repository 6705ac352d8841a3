/** Who is to be told of an escalation. */
export interface LevelPerson {
  readonly agentId: string;
  /** The support level they belong to, 1 to 5; null: none. */
  readonly level: number | null;
  readonly isSupervisor: boolean;
}

export const TOP_LEVEL = 5;

/** The level after an escalation: the asked one, or one more; never above the top and never below 1. */
export function escalatedLevel(current: number | null, to?: number): number {
  return Math.min(TOP_LEVEL, Math.max(1, to ?? (current ?? 0) + 1));
}

/** A level's people, by id: those of the level, else of the nearest above it that has any, else the supervisors. */
export function peopleOfLevel(people: readonly LevelPerson[], level: number): readonly string[] {
  for (let at = level; at <= TOP_LEVEL; at++) {
    const found = people.filter((person) => person.level === at);
    if (found.length > 0) return idsOf(found);
  }
  return idsOf(people.filter(({ isSupervisor }) => isSupervisor));
}

function idsOf(people: readonly LevelPerson[]): readonly string[] {
  return people.map(({ agentId }) => agentId).sort();
}
