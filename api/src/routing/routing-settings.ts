import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { durationMs } from '../server/iso-duration.ts';
import { refusal } from '../server/refusal.ts';
import { DEFAULT_GRACE_MS } from './load-roster.ts';

const LONGEST_GRACE_MS = 3_600_000;

/** How routing behaves throughout a workspace. */
export interface RoutingSettings {
  /** How long a lost connection changes nothing, in milliseconds. */
  readonly graceMs: number;
  /** Whether learned proficiency counts. */
  readonly learnsProficiency: boolean;
  /** When it was last learned; null: never. */
  readonly learnedAt: Date | null;
}

/** The settings of a workspace; those nobody set are as the defaults say. */
export async function loadRoutingSettings(em: EntityManager, workspaceId: string): Promise<RoutingSettings> {
  const [row] = await runStatement<{ grace_ms: number; learns_proficiency: boolean; learned_ms: number | null }>(
    em,
    `select grace_ms::float8 as grace_ms, learns_proficiency,
            (extract(epoch from learned_at) * 1000)::float8 as learned_ms
     from routing_settings where workspace_id = $1`,
    [workspaceId],
  );
  return {
    graceMs: row?.grace_ms ?? DEFAULT_GRACE_MS,
    learnsProficiency: row?.learns_proficiency ?? true,
    learnedAt: row?.learned_ms == null ? null : new Date(row.learned_ms),
  };
}

export interface RoutingSettingsChange {
  /** ISO 8601, at most an hour. */
  readonly grace?: string | null;
  readonly learnsProficiency?: boolean | null;
}

/** Changes the settings; absent ones stay. @throws Refusal */
export async function updateRoutingSettings(
  app: App,
  { workspaceId }: Actor,
  input: RoutingSettingsChange,
): Promise<RoutingSettings> {
  const graceMs = input.grace == null ? null : durationMs(input.grace);
  if (input.grace != null && (graceMs === null || graceMs > LONGEST_GRACE_MS))
    throw refusal('OUT_OF_RANGE', 'Give a duration of at most an hour, for example PT1M.', 'grace');
  const settings = await app.database.inWorkspace(workspaceId, async (em) => {
    await runStatement(
      em,
      `insert into routing_settings as s (workspace_id, grace_ms, learns_proficiency)
       values ($1, coalesce($2::bigint, ${DEFAULT_GRACE_MS}), coalesce($3::boolean, true))
       on conflict (workspace_id) do update set
         grace_ms = coalesce($2::bigint, s.grace_ms), learns_proficiency = coalesce($3::boolean, s.learns_proficiency)`,
      [workspaceId, graceMs, input.learnsProficiency ?? null],
    );
    return loadRoutingSettings(em, workspaceId);
  });
  app.notices.publish({ workspaceId, about: 'agents' });
  return settings;
}
