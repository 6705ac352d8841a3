import { FirstSchema } from './migrations/0001-first-schema.ts';
import { WholeFlowLanguage } from './migrations/0002-whole-flow-language.ts';
import { RoutingAndSla } from './migrations/0003-routing-and-sla.ts';
import { TimerAttempts } from './migrations/0004-timer-attempts.ts';

/** Every migration in order. Append only. */
export const migrationsList = [
  { name: '0001-first-schema', class: FirstSchema },
  { name: '0002-whole-flow-language', class: WholeFlowLanguage },
  { name: '0003-routing-and-sla', class: RoutingAndSla },
  { name: '0004-timer-attempts', class: TimerAttempts },
];
