import type { TicketsSearch } from '../shell/search-params.ts';

/** The tickets behind the board's numbers, as the tickets page shows them. */
export const NOT_DONE: TicketsSearch = { status: ['NEW', 'OPEN', 'PENDING', 'ON_HOLD'] };
export const WAITING: TicketsSearch = { status: ['NEW', 'OPEN'], unassigned: true };
export const AT_RISK: TicketsSearch = { ...WAITING, wait: ['AT_RISK'] };
export const BREACHED: TicketsSearch = { ...WAITING, wait: ['BREACHED'] };
export const IN_PROGRESS: TicketsSearch = { ...NOT_DONE, unassigned: false };
