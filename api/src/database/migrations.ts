import { FirstSchema } from './migrations/0001-first-schema.ts';

/** Every migration in order. Append only. */
export const migrationsList = [{ name: '0001-first-schema', class: FirstSchema }];
