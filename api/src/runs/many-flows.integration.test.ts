import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { type Desk, openDesk, testDocument } from '../workspaces/desk.test-support.ts';

describeOnBothEngines('a workspace with very many live flows', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });

  /** Live flows of which each marks the tickets whose subject is its own number. */
  const makeLive = async (count: number) => {
    const documents = Array.from({ length: count }, (_, number) =>
      testDocument([
        { id: 'start', kind: 'trigger.ticketCreated' },
        {
          id: 'if',
          kind: 'filter.condition',
          config: { condition: { fact: 'ticket.subject', op: 'is', value: `${number}` } },
        },
        { id: 'tag', kind: 'action.tags', config: { add: [`flow-${number}`], remove: [] } },
      ]),
    );
    await desk.rows(
      `with f as (
         insert into flow (workspace_id, id, name, position, draft)
         select ?, gen_random_uuid(), 'Flow ' || number, number, document
         from jsonb_array_elements(?::jsonb) with ordinality as d(document, number) returning *
       ), v as (
         insert into flow_version (workspace_id, id, flow_id, number, document)
         select workspace_id, gen_random_uuid(), id, 1, draft from f returning *
       ) select id from v`,
      [desk.workspaceId, JSON.stringify(documents)],
    );
    await desk.rows('update flow f set live_version_id = v.id from flow_version v where v.flow_id = f.id');
    await desk.rows('update workspace_counter set flows_revision = flows_revision + 1');
  };

  it.each([
    { count: 3, told: 3, isComplete: true },
    { count: 201, told: 1, isComplete: false },
  ])('of $count flows tells of $told, and says whether those are all', async ({ count, told, isComplete }) => {
    await makeLive(count);
    await desk.app.acceptor.accept(desk.workspaceId, desk.intake({ subject: '2' }));
    expect(await desk.rows('select to_json(tags) as tags from ticket')).toEqual([{ tags: ['flow-2'] }]);
    expect(await desk.rows('select is_complete, jsonb_array_length(considerations) as told from trace')).toEqual([
      { is_complete: isComplete, told },
    ]);
  });
});
