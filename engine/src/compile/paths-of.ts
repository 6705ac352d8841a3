import type { Comparison, Condition } from '../conditions/condition.ts';
import type { TicketEventType } from '../facts/event.ts';
import type { CompiledStep, CompiledTrigger, Pipeline, Way } from './compile-flow.ts';
import { consequenceOf, waysOut } from './match/would-act.ts';

/** A comparison that must hold, or, negated, must not. `isOfEvent`: it asks one of `EVENT_FACTS`, no fact. */
export interface Literal {
  readonly comparison: Comparison;
  readonly isNegated: boolean;
  readonly isOfEvent: boolean;
}

/** One way to consequences: literals that all hold. */
export type Conjunction = readonly Literal[];

/** When a run from one trigger has consequences, in disjunctive normal form. */
export interface TriggerPaths {
  readonly trigger: CompiledTrigger;
  /** At least one of them holds wherever the trigger fires and the run has consequences. At most `MOST_CONJUNCTIONS`. */
  readonly conjunctions: readonly Conjunction[];
  /** Where the trigger fires and one of the conjunctions holds, the run does have consequences. */
  readonly isExact: boolean;
}

/** Past this many conjunctions a condition is only indexed by a necessary part of it. */
export const MOST_CONJUNCTIONS = 64;

interface NormalForm {
  readonly conjunctions: readonly Conjunction[];
  /** False where it is necessary but not sufficient. */
  readonly isExact: boolean;
}

const ALWAYS: NormalForm = { conjunctions: [[]], isExact: true };
const NEVER: NormalForm = { conjunctions: [], isExact: true };

/** The paths from each trigger of a pipeline that listens to this type of event, in the order triggers are tried. */
export function pathsOf(pipeline: Pipeline, type: TicketEventType): readonly TriggerPaths[] {
  const known = new Map<CompiledStep, NormalForm>();
  return pipeline.triggers
    .filter(({ on }) => on.includes(type))
    .map((trigger) => {
      const need = trigger.need?.condition ? normalForm(trigger.need.condition, false, true) : ALWAYS;
      return { trigger, ...both(need, trigger.first ? formOfWay(trigger.first, [], known) : NEVER) };
    });
}

function formOfWay({ step }: Way, path: readonly CompiledStep[], known: Map<CompiledStep, NormalForm>): NormalForm {
  const consequence = consequenceOf(step);
  if (consequence !== 'leadsOn') return consequence === 'some' ? ALWAYS : NEVER;
  if (path.includes(step)) return { ...ALWAYS, isExact: false };
  const found = known.get(step) ?? formOfStep(step, [...path, step], known);
  known.set(step, found);
  return found;
}

function formOfStep(
  step: CompiledStep,
  path: readonly CompiledStep[],
  known: Map<CompiledStep, NormalForm>,
): NormalForm {
  const { behaviour, ways } = step;
  const formOf = (taken: readonly Way[] | undefined) =>
    (taken ?? []).reduce((form, way) => either(form, formOfWay(way, path, known)), NEVER);
  if (behaviour?.type !== 'filter' || !behaviour.cases) return { ...formOf(waysOut(step)), isExact: false };
  let form = NEVER;
  // What is certain once a case is reached. Where an earlier one leads to consequences anyway, leaving out that it did
  // not hold changes nothing of the whole.
  let reached = ALWAYS;
  for (const { port, condition } of behaviour.cases) {
    const onward = formOf(ways.get(port));
    if (onward.conjunctions.length > 0) {
      form = either(form, both(reached, both(normalForm(condition, false), onward)));
    }
    if (!isAlways(onward)) reached = both(reached, normalForm(condition, true));
  }
  return either(form, both(reached, formOf(ways.get(behaviour.otherwise ?? ''))));
}

function normalForm(condition: Condition, isNegated: boolean, isNeed = false): NormalForm {
  if ('not' in condition) return normalForm(condition.not, !isNegated, isNeed);
  if ('all' in condition || 'any' in condition) {
    const items = 'all' in condition ? condition.all : condition.any;
    // An empty group holds for nothing, so its negation holds for everything.
    if (items.length === 0) return isNegated ? ALWAYS : NEVER;
    const forms = items.map((item) => normalForm(item, isNegated, isNeed));
    const isConjunction = 'all' in condition !== isNegated;
    return isConjunction
      ? forms.sort((a, b) => a.conjunctions.length - b.conjunctions.length).reduce(both)
      : forms.reduce(either);
  }
  const isOfEvent = isNeed && condition.fact.startsWith('event.');
  return { conjunctions: [[{ comparison: condition, isNegated, isOfEvent }]], isExact: true };
}

function isAlways({ conjunctions, isExact }: NormalForm): boolean {
  return isExact && conjunctions.some(({ length }) => length === 0);
}

function either(a: NormalForm, b: NormalForm): NormalForm {
  if (isAlways(a) || isAlways(b)) return ALWAYS;
  const conjunctions = [...a.conjunctions, ...b.conjunctions];
  const isExact = a.isExact && b.isExact;
  if (conjunctions.length <= MOST_CONJUNCTIONS) return { conjunctions, isExact };
  const [first = [], ...others] = conjunctions;
  return {
    conjunctions: [first.filter((literal) => others.every((other) => includes(other, literal)))],
    isExact: false,
  };
}

/** No way asks a condition twice, so no literal is in both. */
function both(a: NormalForm, b: NormalForm): NormalForm {
  const isExact = a.isExact && b.isExact;
  if (a.conjunctions.length * b.conjunctions.length > MOST_CONJUNCTIONS) {
    const narrower = a.conjunctions.length <= b.conjunctions.length ? a : b;
    return { conjunctions: narrower.conjunctions, isExact: false };
  }
  return {
    conjunctions: a.conjunctions.flatMap((left) => b.conjunctions.map((right) => [...left, ...right])),
    isExact,
  };
}

function includes(conjunction: Conjunction, { comparison, isNegated }: Literal): boolean {
  return conjunction.some((own) => own.comparison === comparison && own.isNegated === isNegated);
}
