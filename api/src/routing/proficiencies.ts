import { learnProficiency, levelProficiency, type ProficiencyTable, type Requirement } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { notFound } from '../server/error-codes.ts';
import { isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import { loadHandlings } from './load-handlings.ts';
import { loadRoutingSettings, type RoutingSettings } from './routing-settings.ts';

/** How well an agent serves a class of work, and how that is known. */
export interface Proficiency {
  readonly agentId: string;
  /** The engine's `classKeyOf`. */
  readonly classKey: string;
  /** Tickets it was learned from; 0 where it was not. */
  readonly count: number;
  /** Geometric mean of the handling times in milliseconds; null without any. */
  readonly meanMs: number | null;
  /** What was learned, above 0 to 1; null where nothing was. */
  readonly learned: number | null;
  /** What counts, above 0 to 1. */
  readonly proficiency: number;
  readonly source: 'levels' | 'learned' | 'set';
}

/** What a class of work asks for, by its key; null for a text that is no key. */
export function classOf(classKey: string): { readonly language: string | null; readonly skillIds: string[] } | null {
  try {
    const parsed: unknown = JSON.parse(classKey);
    if (!Array.isArray(parsed)) return null;
    const [language, ...skillIds] = parsed as unknown[];
    const isFit = (language === null || typeof language === 'string') && skillIds.every((id) => typeof id === 'string');
    return isFit ? { language: language ?? null, skillIds: skillIds as string[] } : null;
  } catch {
    return null;
  }
}

/** Learns anew, in the open transaction, from what the log says, and keeps it for the dispatcher. */
export async function learnProficiencies(em: EntityManager, workspaceId: string, nowMs: number): Promise<void> {
  const handlings = await loadHandlings(em, workspaceId, nowMs);
  const priors = await loadPriors(em, workspaceId);
  const table = learnProficiency(handlings, { prior: priors });
  await runStatement(
    em,
    `insert into routing_settings (workspace_id, learned, learned_at) values ($1, $2::jsonb, $3)
     on conflict (workspace_id) do update set learned = excluded.learned, learned_at = excluded.learned_at`,
    [workspaceId, JSON.stringify(table), new Date(nowMs)],
  );
}

/** Proficiency by declared levels, of an agent in a class. */
async function loadPriors(
  em: EntityManager,
  workspaceId: string,
): Promise<(agentId: string, classKey: string) => number> {
  const rows = await runStatement<{ agent: string; skill: string; level: number }>(
    em,
    'select agent_id as agent, skill_id as skill, level from agent_skill where workspace_id = $1',
    [workspaceId],
  );
  const levels = Map.groupBy(rows, ({ agent }) => agent);
  return (agentId, classKey) => {
    const requirement: Requirement = {
      skills: (classOf(classKey)?.skillIds ?? []).map((skillId) => ({ skillId, level: 1 })),
    };
    const skills = Object.fromEntries((levels.get(agentId) ?? []).map(({ skill, level }) => [skill, level]));
    return levelProficiency({ skills }, requirement);
  };
}

/** Learns on demand. @returns the settings as they are then */
export async function learnNow(app: App, { workspaceId }: Actor): Promise<RoutingSettings> {
  const settings = await app.database.inWorkspace(workspaceId, async (em) => {
    await learnProficiencies(em, workspaceId, app.clock.nowMs());
    return loadRoutingSettings(em, workspaceId);
  });
  app.notices.publish({ workspaceId, about: 'agents' });
  return settings;
}

/** What is known beyond the declared levels, by agent and class; of one agent or one class where named. */
export async function listProficiencies(
  { database }: Pick<App, 'database'>,
  { workspaceId }: Actor,
  { agentId, classKey }: { readonly agentId?: string | null; readonly classKey?: string | null },
): Promise<Proficiency[]> {
  return database.inWorkspace(workspaceId, async (em) => {
    const [row] = await runStatement<{
      learned: ProficiencyTable | null;
      counts: boolean | null;
      overrides: Override[];
    }>(
      em,
      `select (select learned from routing_settings where workspace_id = $1) as learned,
              (select learns_proficiency from routing_settings where workspace_id = $1) as counts,
              (select coalesce(json_agg(json_build_object('agentId', agent_id, 'classKey', class_key,
                 'proficiency', proficiency)), '[]')
               from proficiency_override where workspace_id = $1) as overrides`,
      [workspaceId],
    );
    const cells = new Map(row?.learned?.cells.map((cell) => [keyOf(cell), cell]));
    const overrides = new Map(row?.overrides.map((override) => [keyOf(override), override]));
    const priors = await loadPriors(em, workspaceId);
    return [...new Set([...cells.keys(), ...overrides.keys()])].sort().flatMap((key): Proficiency[] => {
      const cell = cells.get(key);
      const override = overrides.get(key);
      const of = override ?? cell;
      if (!of || (agentId != null && of.agentId !== agentId) || (classKey != null && of.classKey !== classKey))
        return [];
      const learned = cell?.estimate ?? null;
      const counted = row?.counts === false ? null : learned;
      return [
        {
          agentId: of.agentId,
          classKey: of.classKey,
          count: cell?.count ?? 0,
          meanMs: cell?.meanMs ?? null,
          learned,
          proficiency: override?.proficiency ?? counted ?? priors(of.agentId, of.classKey),
          source: override ? 'set' : counted === null ? 'levels' : 'learned',
        },
      ];
    });
  });
}

interface Override {
  readonly agentId: string;
  readonly classKey: string;
  readonly proficiency: number;
}

function keyOf({ agentId, classKey }: { readonly agentId: string; readonly classKey: string }): string {
  return `${agentId} ${classKey}`;
}

/** Sets a proficiency by hand, or lets it follow what is known again for null. @throws Refusal, NOT_FOUND */
export async function setProficiency(
  app: App,
  actor: Actor,
  input: { readonly agentId: string; readonly classKey: string; readonly proficiency?: number | null },
): Promise<Proficiency | null> {
  const { agentId, classKey } = input;
  const value = input.proficiency ?? null;
  if (classOf(classKey) === null || classKey.length > 2_000)
    throw refusal('INVALID', 'That is no class of work; ask for `proficiencies`.', 'classKey');
  if (value !== null && !(value > 0 && value <= 1))
    throw refusal('OUT_OF_RANGE', 'Give a number above 0, at most 1.', 'proficiency');
  const { workspaceId } = actor;
  await app.database.inWorkspace(workspaceId, async (em) => {
    const [agent] = isId(agentId)
      ? await runStatement<{ id: string }>(em, 'select id from agent where workspace_id = $1 and id = $2', [
          workspaceId,
          agentId,
        ])
      : [];
    if (!agent) throw notFound('agent');
    const at = [workspaceId, agentId, classKey];
    if (value === null)
      await runStatement(
        em,
        'delete from proficiency_override where workspace_id = $1 and agent_id = $2 and class_key = $3',
        at,
      );
    else
      await runStatement(
        em,
        `insert into proficiency_override (workspace_id, agent_id, class_key, proficiency) values ($1, $2, $3, $4)
         on conflict (workspace_id, agent_id, class_key) do update set proficiency = excluded.proficiency`,
        [...at, value],
      );
  });
  app.notices.publish({ workspaceId, about: 'agents', ids: [agentId] });
  app.dispatcher.wake(workspaceId);
  const [now] = await listProficiencies(app, actor, { agentId, classKey });
  return now ?? null;
}
