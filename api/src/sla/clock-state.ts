/**
 * SQL for how the row `k` of `ticket_clock` stands at an instant given as SQL, in the engine's words: what time alone
 * changes follows from the instants that were written.
 */
export function clockStateSql(at: string): string {
  return `(case
    when k.due_at < k.fulfilled_at or (k.fulfilled_at is null and k.due_at <= ${at}) then 'breached'
    when k.fulfilled_at is not null then 'fulfilled'
    when not k.is_running then 'paused'
    when k.at_risk_at <= ${at} then 'atRisk'
    else 'running' end)`;
}
