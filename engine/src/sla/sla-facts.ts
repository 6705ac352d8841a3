import type { Facts, FactValue } from '../facts/fact-value.ts';
import {
  SLA_METRICS,
  SLA_POLICY_FACT,
  slaCalendarFact,
  slaDueAtFact,
  slaSinceFact,
  slaStateFact,
  slaTimeLeftFact,
} from '../facts/sla-facts.ts';
import { currentClock, type SlaReading } from './sla-clock.ts';

/**
 * What flows may know of a ticket's clocks: its policy, and for every metric the state (`none` for a clock that has no
 * target or hasn't started), what is left of the target, when it is due while it runs, and what time triggers reckon
 * by. Missing facts are left out.
 */
export function slaFacts(reading: SlaReading): Facts {
  const facts: Record<string, FactValue> = {};
  if (reading.policyId !== null) facts[SLA_POLICY_FACT] = reading.policyId;
  for (const metric of SLA_METRICS) {
    const clock = currentClock(reading, metric);
    const target = clock?.target;
    facts[slaStateFact(metric)] = target ? clock.state : 'none';
    if (!target) continue;
    facts[slaSinceFact(metric)] = clock.startedAtMs;
    if (clock.timeLeftMs !== null) facts[slaTimeLeftFact(metric)] = clock.timeLeftMs;
    if (clock.isRunning && clock.dueAtMs !== null) facts[slaDueAtFact(metric)] = clock.dueAtMs;
    if (target.calendarId !== null) facts[slaCalendarFact(metric)] = target.calendarId;
  }
  return facts;
}
