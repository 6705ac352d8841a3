import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { countStart, MOST_STARTS } from './timer-attempts.ts';

const MINUTE = 60_000;
/** Longer than any pause between two starts. */
const PAUSE = 10 * MINUTE;

describeOnBothEngines('what fails when its time has come', (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    await desk.rows(
      `insert into user_account (workspace_id, id, email, name, password_hash, role)
       values (?, gen_random_uuid(), 'manager@example.org', 'Demo manager', '', 'manager')`,
      [desk.workspaceId],
    );
    await desk.publish('Reminder', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      {
        id: 'wait',
        kind: 'control.wait',
        config: { until: { type: 'duration', ms: MINUTE, clock: 'calendar' } },
        ports: { elapsed: 'note' },
      },
      { id: 'note', kind: 'action.note', config: { text: 'A minute has passed' } },
    ]);
  });
  const accept = async () => (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
  /** What is stored of its run can't be read. */
  const poison = (ticketId: string) =>
    desk.rows(`update waiting_run set state = '{"waits": 1}' where ticket_id = ?`, [ticketId]);
  const noted = () =>
    desk.rows<{ ticket_id: string }>(`select ticket_id from message where visibility = 'internal' order by id`);
  const starts = async () => (await desk.rows<{ starts: number }>('select starts from timer_attempt'))[0]?.starts ?? 0;
  const fire = async (afterMs: number) => {
    desk.clock.advance(afterMs);
    await desk.app.timers.fire();
  };

  it('is begun again after a pause, leaves others alone, and is put aside for all to see after five starts', async () => {
    const [poisoned, healthy] = [await accept(), await accept()];
    await poison(poisoned);
    await fire(MINUTE);
    expect(await noted()).toEqual([{ ticket_id: healthy }]);
    expect(await starts()).toBe(1);
    await fire(0);
    expect(await starts()).toBe(1);
    for (let start = 2; start <= MOST_STARTS; start++) {
      await fire(PAUSE);
      expect(await starts()).toBe(start);
    }
    expect(await desk.rows(`select id from ticket_event where type = 'flowFailed'`)).toEqual([]);
    await fire(PAUSE);
    expect(await starts()).toBe(0);
    expect(
      await desk.rows(
        `select ticket_id, actor_name, data ->> 'reason' as reason from ticket_event where type = 'flowFailed'`,
      ),
    ).toEqual([{ ticket_id: poisoned, actor_name: 'Reminder', reason: 'putAside' }]);
    expect(await desk.rows('select outcome from run where ticket_id = ?', [poisoned])).toEqual([{ outcome: 'failed' }]);
    expect(await desk.rows<{ text: string }>('select text from notification')).toEqual([
      { text: 'Flow “Reminder” failed 5 times on ticket #1 and was put aside.' },
    ]);
    expect(await desk.rows('select * from workspace_wake where workspace_id = ?', [desk.workspaceId])).toEqual([]);
  });

  it('counts starts that took the process down with them', async () => {
    const ticketId = await accept();
    desk.clock.advance(MINUTE);
    for (let start = 1; start <= MOST_STARTS; start++)
      await engine.database.inWorkspace(desk.workspaceId, (em) =>
        countStart(em, desk.workspaceId, [ticketId], new Date(desk.clock.nowMs())),
      );
    await fire(PAUSE);
    expect(await noted()).toEqual([]);
    expect(await desk.rows('select outcome from run')).toEqual([{ outcome: 'failed' }]);
  });

  it('is forgotten once it works', async () => {
    const ticketId = await accept();
    await poison(ticketId);
    await fire(MINUTE);
    expect(await starts()).toBe(1);
    await desk.rows('delete from waiting_run');
    await fire(PAUSE);
    expect(await starts()).toBe(0);
    expect(await desk.rows('select * from workspace_wake where workspace_id = ?', [desk.workspaceId])).toEqual([]);
  });
});
