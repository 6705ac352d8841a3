/** The share of a queue's target from which on a wait is at risk. */
const AT_RISK_FROM = 0.7;

/** SQL for the share of its target that the entry `e` of the queue `q` has waited, at an instant given as SQL. */
function waitShareSql(at: string): string {
  return `((extract(epoch from ${at} - e.queued_at) * 1000)::float8 /
    case e.priority when 'urgent' then q.target_urgent_ms when 'high' then q.target_high_ms
                    when 'normal' then q.target_normal_ms else q.target_low_ms end)`;
}

/** SQL for how that wait stands: `breached`, `atRisk` or `inTime`. */
export function waitStateSql(at: string): string {
  const share = waitShareSql(at);
  return `(case when ${share} > 1 then 'breached' when ${share} > ${AT_RISK_FROM} then 'atRisk' else 'inTime' end)`;
}
