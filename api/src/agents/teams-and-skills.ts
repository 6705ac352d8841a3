import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { orTaken } from '../server/or-taken.ts';
import { type Skill, SkillEntity } from './skill.entity.ts';
import { type Team, TeamEntity } from './team.entity.ts';

const NAME_LENGTH = 200;
const TEAM_TAKEN = 'There is a team of this name already.';

export interface TeamChange {
  readonly name: string;
  /** 1 to 5; absent: as it is; null: none. */
  readonly supportLevel?: number | null;
}

/** Every team by name. */
export function listTeams(app: App, actor: Actor): Promise<Team[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) => em.find(TeamEntity, {}, { orderBy: { name: 'asc' } }));
}

/** Every skill by name. */
export function listSkills(app: App, actor: Actor): Promise<Skill[]> {
  return app.database.inWorkspace(actor.workspaceId, (em) => em.find(SkillEntity, {}, { orderBy: { name: 'asc' } }));
}

/** @throws Refusal */
export async function createTeam(app: App, actor: Actor, input: TeamChange): Promise<Team> {
  const name = checkName(input.name);
  const supportLevel = checkLevel(input) ?? null;
  const { workspaceId } = actor;
  const team = await orTaken(TEAM_TAKEN, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const created = em.create(TeamEntity, { id: newId(), workspaceId, name, supportLevel });
      await em.flush();
      return created;
    }),
  );
  app.notices.publish({ workspaceId, about: 'agents' });
  return team;
}

/** @throws Refusal, NOT_FOUND */
export async function updateTeam(app: App, actor: Actor, input: TeamChange & { readonly id: string }): Promise<Team> {
  const name = checkName(input.name);
  const supportLevel = checkLevel(input);
  const { workspaceId } = actor;
  const team = await orTaken(TEAM_TAKEN, ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const found = isId(input.id) ? await em.findOne(TeamEntity, { id: input.id }) : null;
      if (!found) throw notFound('team');
      found.name = name;
      if (supportLevel !== undefined) found.supportLevel = supportLevel;
      await em.flush();
      return found;
    }),
  );
  app.notices.publish({ workspaceId, about: 'agents' });
  return team;
}

/** @throws Refusal */
export async function createSkill(app: App, actor: Actor, input: { readonly name: string }): Promise<Skill> {
  const name = checkName(input.name);
  const { workspaceId } = actor;
  const skill = await orTaken('There is a skill of this name already.', ['name'], () =>
    app.database.inWorkspace(workspaceId, async (em) => {
      const created = em.create(SkillEntity, { id: newId(), workspaceId, name });
      await em.flush();
      return created;
    }),
  );
  app.notices.publish({ workspaceId, about: 'agents' });
  return skill;
}

function checkLevel({ supportLevel }: TeamChange): number | null | undefined {
  const check = new InputCheck();
  check.between(supportLevel, 1, 5, 'supportLevel');
  check.refuseIfWrong();
  return supportLevel;
}

function checkName(given: string): string {
  const check = new InputCheck();
  const name = check.text(given, NAME_LENGTH, 'name');
  check.refuseIfWrong();
  return name;
}
