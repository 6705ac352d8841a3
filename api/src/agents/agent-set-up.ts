import type { Presence } from '@alur/engine';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { CalendarEntity } from '../calendars/calendar.entity.ts';
import type { EntityManager } from '../database/database.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { orTaken } from '../server/or-taken.ts';
import { refusal } from '../server/refusal.ts';
import { type Agent, AgentEntity } from './agent.entity.ts';
import { missingIds } from './agent-loaders.ts';
import { AgentSkillEntity } from './agent-skill.entity.ts';
import { AgentTeamEntity } from './agent-team.entity.ts';

export interface AgentChange {
  readonly name?: string | null;
  readonly capacity?: number | null;
  readonly languages?: readonly string[] | null;
  readonly skills?: readonly { readonly skillId: string; readonly level: number }[] | null;
  readonly teamIds?: readonly string[] | null;
  readonly supportLevel?: number | null;
  readonly location?: string | null;
  readonly shiftCalendarId?: string | null;
  readonly channelTypes?: readonly string[] | null;
  readonly channelCapacity?: readonly { readonly channelType: string; readonly units: number }[] | null;
}

const DEFAULT_CAPACITY = 6;
const NAME_TAKEN = 'There is an agent of this name already. Names tell agents apart, so give another.';

/** Adds an agent, offline unless said otherwise. @throws Refusal */
export async function createAgent(
  app: App,
  actor: Actor,
  input: AgentChange & { readonly name: string; readonly presence?: Presence | null },
): Promise<Agent> {
  const checked = checkAgentInput(input);
  const agent = await orTaken(NAME_TAKEN, ['name'], () =>
    app.database.inWorkspace(actor.workspaceId, async (em) => {
      const now = new Date(app.clock.nowMs());
      const created = em.create(AgentEntity, {
        id: newId(),
        workspaceId: actor.workspaceId,
        name: checked.name ?? '',
        presence: input.presence ?? 'offline',
        presenceSince: now,
        capacity: checked.capacity ?? DEFAULT_CAPACITY,
        languages: checked.languages ?? [],
        supportLevel: null,
        ...checked.place,
        lastAssignedAt: null,
        createdAt: now,
      });
      await checkShift(em, created.shiftCalendarId);
      await em.flush();
      await replaceLinks(em, created, checked);
      return created;
    }),
  );
  announce(app, actor, agent.id);
  return agent;
}

/** Changes an agent; skills and teams that are given replace all. @throws Refusal, NOT_FOUND */
export async function updateAgent(
  app: App,
  actor: Actor,
  input: AgentChange & { readonly id: string },
): Promise<Agent> {
  const checked = checkAgentInput(input);
  const agent = await orTaken(NAME_TAKEN, ['name'], () =>
    app.database.inWorkspace(actor.workspaceId, async (em) => {
      const found = await findAgent(em, input.id);
      if (checked.name !== undefined) found.name = checked.name;
      if (checked.capacity !== undefined) found.capacity = checked.capacity;
      if (checked.languages !== undefined) found.languages = checked.languages;
      Object.assign(found, checked.place);
      await checkShift(em, found.shiftCalendarId);
      await em.flush();
      await replaceLinks(em, found, checked);
      return found;
    }),
  );
  announce(app, actor, agent.id);
  return agent;
}

/** An agent by id. @throws NOT_FOUND */
export async function findAgent(em: EntityManager, id: string): Promise<Agent> {
  const agent = isId(id) ? await em.findOne(AgentEntity, { id }) : null;
  if (!agent) throw notFound('agent');
  return agent;
}

function checkAgentInput(input: AgentChange) {
  const check = new InputCheck();
  const checked = {
    name: check.optionalText(input.name, 200, 'name'),
    capacity: check.between(input.capacity, 0, 1_000, 'capacity'),
    languages: check.texts(input.languages, 50, 35, 'languages'),
    skills: input.skills ?? undefined,
    teamIds: input.teamIds ?? undefined,
    place: checkPlace(input, check),
  };
  for (const [index, language] of (checked.languages ?? []).entries())
    if (!isLanguageTag(language))
      check.wrong(
        'INVALID',
        `"${language}" is no language tag. Write it as en, id or pt-BR.`,
        'languages',
        String(index),
      );
  for (const [index, { skillId, level }] of (checked.skills ?? []).entries()) {
    check.between(level, 1, 5, 'skills', String(index), 'level');
    if (!isId(skillId)) check.wrong('UNKNOWN_REFERENCE', 'There is no such skill.', 'skills', String(index), 'skillId');
  }
  for (const [index, teamId] of (checked.teamIds ?? []).entries())
    if (!isId(teamId)) check.wrong('UNKNOWN_REFERENCE', 'There is no such team.', 'teamIds', String(index));
  check.refuseIfWrong();
  return checked;
}

/** Level, location, shifts and channels: those that are given, as the row holds them. */
function checkPlace(input: AgentChange, check: InputCheck) {
  const { supportLevel, location, shiftCalendarId } = input;
  check.between(supportLevel, 0, 5, 'supportLevel');
  const channelTypes = check.texts(input.channelTypes, 50, 100, 'channelTypes');
  const units = input.channelCapacity?.map(({ channelType, units: most }, index) => {
    const path = ['channelCapacity', String(index)];
    check.between(most, 0, 1_000, ...path, 'units');
    return [check.text(channelType, 100, ...path, 'channelType'), most] as const;
  });
  return {
    ...(supportLevel != null && { supportLevel: supportLevel || null }),
    ...(location != null && { location: location.trim() ? check.text(location, 200, 'location') : null }),
    ...(shiftCalendarId != null && { shiftCalendarId: shiftCalendarId || null }),
    ...(channelTypes && { channelTypes: channelTypes.length > 0 ? channelTypes : null }),
    ...(units && { channelCapacity: Object.fromEntries(units) }),
  };
}

/** @throws Refusal */
async function checkShift(em: EntityManager, calendarId: string | null | undefined): Promise<void> {
  if (calendarId == null) return;
  const isKnown = isId(calendarId) && (await em.count(CalendarEntity, { id: calendarId })) > 0;
  if (!isKnown) throw refusal('UNKNOWN_REFERENCE', 'There is no such calendar in this workspace.', 'shiftCalendarId');
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

async function replaceLinks(
  em: EntityManager,
  agent: Agent,
  input: { skills: AgentChange['skills']; teamIds: AgentChange['teamIds'] },
): Promise<void> {
  const { workspaceId, id: agentId } = agent;
  if (input.skills) {
    const levels = new Map(input.skills.map(({ skillId, level }) => [skillId, level]));
    const [missing] = await missingIds(em, 'skill', [...levels.keys()]);
    if (missing) throw refusal('UNKNOWN_REFERENCE', `There is no skill ${missing} in this workspace.`, 'skills');
    await em.nativeDelete(AgentSkillEntity, { agentId });
    for (const [skillId, level] of levels) em.create(AgentSkillEntity, { workspaceId, agentId, skillId, level });
  }
  if (input.teamIds) {
    const teamIds = [...new Set(input.teamIds)];
    const [missing] = await missingIds(em, 'team', teamIds);
    if (missing) throw refusal('UNKNOWN_REFERENCE', `There is no team ${missing} in this workspace.`, 'teamIds');
    await em.nativeDelete(AgentTeamEntity, { agentId });
    for (const teamId of teamIds) em.create(AgentTeamEntity, { workspaceId, agentId, teamId });
  }
  await em.flush();
}

/** Who watches learns that an agent changed, and waiting tickets are looked at again. */
export function announce(app: App, { workspaceId }: Actor, agentId: string): void {
  app.notices.publish({ workspaceId, about: 'agents', ids: [agentId] });
  app.dispatcher.wake(workspaceId);
}
