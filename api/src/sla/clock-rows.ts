import {
  AT_RISK_SHARE,
  currentClock,
  SLA_METRICS,
  type Sla,
  type SlaClock,
  type SlaMetric,
  type SlaReading,
  slaTimers,
} from '@alur/engine';

/** The current clock of one metric of a ticket, as `ticket_clock` keeps it. */
export interface ClockRow {
  readonly ticketId: string;
  readonly metric: SlaMetric;
  readonly episode: number;
  readonly policyId: string | null;
  readonly targetMs: number | null;
  readonly isRunning: boolean;
  readonly startedAt: Date;
  readonly atRiskAt: Date | null;
  readonly dueAt: Date | null;
  readonly breachedAt: Date | null;
  readonly fulfilledAt: Date | null;
}

/** The clocks of a ticket that are held to a target, by metric. */
export function clockRows(ticketId: string, sla: Sla, reading: SlaReading): readonly ClockRow[] {
  return SLA_METRICS.flatMap((metric): ClockRow[] => {
    const clock = currentClock(reading, metric);
    if (!clock?.target) return [];
    return [
      {
        ticketId,
        metric,
        episode: clock.number,
        policyId: clock.target.policyId,
        targetMs: clock.target.lengthMs,
        isRunning: clock.isRunning,
        startedAt: new Date(clock.startedAtMs),
        atRiskAt: dateOf(atRiskAtMs(sla, reading, clock, clock.target.lengthMs)),
        dueAt: dateOf(clock.dueAtMs),
        breachedAt: dateOf(clock.breachedAtMs),
        fulfilledAt: dateOf(clock.fulfilledAtMs),
      },
    ];
  });
}

function atRiskAtMs(sla: Sla, reading: SlaReading, { metric }: SlaClock, lengthMs: number): number | null {
  const timers = slaTimers(sla, reading, [lengthMs * AT_RISK_SHARE]);
  return timers.find((timer) => timer.metric === metric && timer.at.type === 'warning')?.atMs ?? null;
}

function dateOf(atMs: number | null): Date | null {
  return atMs === null ? null : new Date(atMs);
}
