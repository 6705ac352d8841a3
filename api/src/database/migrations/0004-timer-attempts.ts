import { Migration } from '@mikro-orm/migrations';
import { enableRowLevelSecurityOn } from '../row-level-security.ts';

/** What keeps a ticket whose timers fail from being tried without end. */
export class TimerAttempts extends Migration {
  override up(): void {
    // How often what is due for a ticket was begun and not brought to its end. Nobody begins again before retry_at.
    this.addSql(`create table timer_attempt (
      workspace_id uuid not null,
      ticket_id uuid not null,
      starts integer not null,
      retry_at timestamptz not null,
      primary key (workspace_id, ticket_id),
      foreign key (workspace_id, ticket_id) references ticket on delete cascade
    )`);
    for (const sql of enableRowLevelSecurityOn(['timer_attempt'])) this.addSql(sql);
  }
}
