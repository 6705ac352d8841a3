import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { runStatement } from '../database/run-statement.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';

const MOST_CELLS = 1_000;

/** One cell of the skills matrix; level 0: the agent does not have the skill. */
interface SkillLevel {
  readonly agentId: string;
  readonly skillId: string;
  readonly level: number;
}

/** Sets cells of the skills matrix, all or none; of the same cell twice the last counts. Gives the agents. @throws Refusal */
export async function setSkillLevels(app: App, actor: Actor, levels: readonly SkillLevel[]): Promise<string[]> {
  const check = new InputCheck();
  if (levels.length > MOST_CELLS)
    check.wrong('TOO_MANY', `${levels.length} cells; at most ${MOST_CELLS} fit.`, 'levels');
  for (const [index, { agentId, skillId, level }] of levels.entries()) {
    check.between(level, 0, 5, 'levels', String(index), 'level');
    if (!isId(agentId) || !isId(skillId))
      check.wrong('UNKNOWN_REFERENCE', 'There is no such agent or skill.', 'levels', String(index));
  }
  check.refuseIfWrong();
  const cells = [...new Map(levels.map((cell) => [`${cell.agentId} ${cell.skillId}`, cell])).values()];
  const agentIds = [...new Set(cells.map(({ agentId }) => agentId))];
  const { workspaceId } = actor;
  await app.database.inWorkspace(workspaceId, async (em) => {
    const [known] = await runStatement<{ count: string }>(
      em,
      `select count(*) from jsonb_to_recordset($2::jsonb) as c("agentId" uuid, "skillId" uuid)
       where exists (select from agent where workspace_id = $1 and id = c."agentId")
         and exists (select from skill where workspace_id = $1 and id = c."skillId")`,
      [workspaceId, JSON.stringify(cells)],
    );
    if (Number(known?.count) !== cells.length)
      throw refusal('UNKNOWN_REFERENCE', 'One of the agents or skills is not in this workspace.', 'levels');
    await runStatement(
      em,
      `with cell as (
         select * from jsonb_to_recordset($2::jsonb) as c("agentId" uuid, "skillId" uuid, level integer)
       ), gone as (
         delete from agent_skill s using cell
         where s.workspace_id = $1 and s.agent_id = cell."agentId" and s.skill_id = cell."skillId" and cell.level = 0
       )
       insert into agent_skill (workspace_id, agent_id, skill_id, level)
       select $1::uuid, "agentId", "skillId", level from cell where level > 0
       on conflict (workspace_id, agent_id, skill_id) do update set level = excluded.level`,
      [workspaceId, JSON.stringify(cells)],
    );
  });
  app.notices.publish({ workspaceId, about: 'agents', ids: agentIds });
  app.dispatcher.wake(workspaceId);
  return agentIds;
}
