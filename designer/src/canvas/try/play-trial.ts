import {
  type Answer,
  type Calendar,
  compileFlow,
  type Effect,
  type Facts,
  type Flow,
  linkProgram,
  type Pipeline,
  PROVIDERS,
  playTicket,
  type ScriptedMoment,
  type Token,
  type Transcript,
} from '@alur/engine';
import { TRIAL_TICKET, TRIED_FLOW } from './trial-event.ts';

/** How somebody answered a step that waits for the outside: when, and what. */
export interface TrialAnswer extends Omit<Answer, 'afterMs'> {
  readonly atMs: number;
}

/** A ticket's life as far as it has been tried. To go on, change it and play it again: it always gives the same. */
export interface Trial {
  readonly flow: Flow;
  /** Live flows the tried one may start, by flow id. */
  readonly others: readonly { readonly flowId: string; readonly flow: Flow }[];
  /** The ticket before anything happened. */
  readonly facts: Facts;
  readonly script: readonly ScriptedMoment[];
  /** By `answerKey`. */
  readonly answers: Readonly<Record<string, TrialAnswer>>;
  readonly startMs: number;
  /** How far the clock has gone: milliseconds since 1970 UTC. */
  readonly nowMs: number;
  readonly place: TrialPlace;
}

/** Where a trial takes place. */
export interface TrialPlace {
  /** IANA time zone of the workspace. */
  readonly timeZone: string;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly defaultCalendarId: string | null;
}

/** Something a step waits for the outside to answer. */
export interface OpenQuestion {
  readonly key: string;
  readonly nodeId: string;
  readonly item: number | undefined;
  readonly effect: Effect;
}

/**
 * Plays a flow by itself on a ticket, in the browser, by the same engine as the server, under a clock that leaps. Nothing
 * is sent or stored; everything a step needs counts as set up, and what it asks the outside stays open until answered.
 */
export function playTrial({ flow, others, facts, script, answers, startMs, nowMs, place }: Trial): Transcript {
  const tried = pipelineOf(TRIED_FLOW, flow);
  const started = others
    .filter(({ flowId }) => flowId !== TRIED_FLOW)
    .map((other) => startable(pipelineOf(other.flowId, other.flow)));
  return playTicket({
    program: linkProgram([tried, ...started]),
    ticketId: TRIAL_TICKET,
    facts,
    script,
    untilMs: nowMs,
    context: {
      seed: TRIAL_TICKET,
      timeZone: place.timeZone,
      calendars: place.calendars,
      ...(place.defaultCalendarId !== null && { defaultCalendarId: place.defaultCalendarId }),
      providers: new Set(PROVIDERS),
    },
    factsAt: (known, atMs) => ({ ...known, ...agesAt(facts, atMs - startMs) }),
    answer: (effect, askedAtMs) => {
      const given = answers[answerKey(effect, askedAtMs)];
      if (!given) return null;
      const { atMs, ...answer } = given;
      return { ...answer, afterMs: atMs - askedAtMs };
    },
  });
}

/** What runs wait for the outside to answer, in the order it was asked. */
export function openQuestions({ effects, waiting }: Transcript): readonly OpenQuestion[] {
  const asked = effects.toReversed();
  return waiting.flatMap(({ state }) =>
    state.tokens.flatMap((token): readonly OpenQuestion[] => {
      if (token.for !== 'outcome') return [];
      const found = asked.find(({ effect }) => isAskedBy(effect, token));
      if (!found) return [];
      const { effect, atMs } = found;
      return [{ key: answerKey(effect, atMs), nodeId: token.nodeId, item: token.item, effect }];
    }),
  );
}

function isAskedBy(effect: Effect, token: Token): boolean {
  return effect.nodeId === token.nodeId && 'awaitedBy' in effect && effect.awaitedBy === token.id;
}

function answerKey(effect: Effect, askedAtMs: number): string {
  return `${askedAtMs} ${effect.nodeId} ${('awaitedBy' in effect && effect.awaitedBy) || ''}`;
}

function pipelineOf(flowId: string, flow: Flow): Pipeline {
  return compileFlow(flow, { flowId, versionId: flowId, position: 0, stopOnMatch: false });
}

/** A flow that events don't begin, but another can start. */
function startable(pipeline: Pipeline): Pipeline {
  return { ...pipeline, triggers: pipeline.triggers.map((trigger) => ({ ...trigger, on: [] })) };
}

const AGES = ['ticket.age', 'ticket.timeSinceAssignment'] as const;

/** Facts that grow with time. */
function agesAt(start: Facts, elapsedMs: number): Facts {
  return Object.fromEntries(
    AGES.flatMap((fact) => {
      const value = start[fact];
      return typeof value === 'number' ? [[fact, value + elapsedMs]] : [];
    }),
  );
}
