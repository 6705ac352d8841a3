import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { addMessage } from '../tickets/add-message.ts';
import { answerSurvey } from '../tickets/answer-survey.ts';
import { assignTicket } from '../tickets/assign-ticket.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { updateTicket } from '../tickets/update-ticket.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { listMacros, pressFlow } from './press-flow.ts';
import { sendFlowEvent } from './send-flow-event.ts';

describeOnBothEngines('what starts flows', (engine) => {
  let desk: Desk;
  let id: string;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
    id = (await desk.app.acceptor.accept(desk.workspaceId, desk.intake())).ticketId;
  });
  const noteOn = (kind: string, config: Record<string, unknown> = {}) =>
    desk.publish(`On ${kind}`, [
      { id: 'start', kind, config },
      { id: 'note', kind: 'action.note', config: { text: `On ${kind}` } },
    ]);
  const notes = async () =>
    (
      await desk.rows<{ text: string }>(
        `select text from message where visibility = 'internal' order by created_at, id`,
      )
    ).map(({ text }) => text);

  it('an agent opening a ticket, the first time', async () => {
    await noteOn('trigger.ticketOpened');
    await openTicket(desk.app, desk.actor, id);
    await openTicket(desk.app, desk.actor, id);
    expect(await notes()).toEqual(['On trigger.ticketOpened']);
    expect(await desk.rows('select id from ticket where first_opened_at is not null')).toEqual([{ id }]);
  });

  it('a button, for those it is meant for', async () => {
    const forAll = await noteOn('trigger.manual');
    const forAdmins = await desk.publish('For admins', [
      { id: 'start', kind: 'trigger.manual', config: { roles: ['admin'] } },
      { id: 'note', kind: 'action.note', config: { text: 'Of an admin' } },
    ]);
    const byEvent = await noteOn('trigger.ticketSolved');
    expect(await listMacros(desk.app, desk.actor, id)).toEqual([forAll]);
    expect(await listMacros(desk.app, { ...desk.actor, role: 'admin' }, id)).toEqual([forAll, forAdmins]);
    expect(await pressFlow(desk.app, desk.actor, { ticketId: id, flowId: forAll })).toHaveLength(1);
    for (const flowId of [forAdmins, byEvent])
      await expect(pressFlow(desk.app, desk.actor, { ticketId: id, flowId })).rejects.toThrow('NOT_POSSIBLE_NOW');
    expect(await notes()).toEqual(['On trigger.manual']);
  });

  it('an event from outside by its name, and the answer to a survey by its score', async () => {
    await noteOn('trigger.webhook', { name: 'paid' });
    await noteOn('trigger.surveyAnswered', { atMost: 2 });
    expect(await sendFlowEvent(desk.app, desk.actor, { ticketId: id, name: 'refunded' })).toEqual([]);
    expect(await sendFlowEvent(desk.app, desk.actor, { ticketId: id, name: 'paid' })).toHaveLength(1);
    await answerSurvey(desk.app, desk.actor, { ticketId: id, score: 5 });
    await answerSurvey(desk.app, desk.actor, { ticketId: id, score: 2, comment: 'Slow' });
    await expect(answerSurvey(desk.app, desk.actor, { ticketId: id, score: 6 })).rejects.toThrow('OUT_OF_RANGE');
    expect(await notes()).toEqual(['On trigger.webhook', 'On trigger.surveyAnswered']);
    expect(await desk.rows('select survey_score as score, survey_comment as comment from ticket')).toEqual([
      { score: 2, comment: 'Slow' },
    ]);
  });

  it('a hand-over, told once, and the moves of the status', async () => {
    for (const kind of ['trigger.ticketTransferred', 'trigger.ticketClosed', 'trigger.ticketReopened'])
      await noteOn(kind);
    const [first, second] = [await desk.addAgent(), await desk.addAgent()];
    await assignTicket(desk.app, desk.actor, { id, agentId: first });
    expect(await notes()).toEqual([]);
    await assignTicket(desk.app, desk.actor, { id, agentId: second });
    await updateTicket(desk.app, desk.actor, { id, status: 'closed' });
    await updateTicket(desk.app, desk.actor, { id, status: 'open' });
    expect(await notes()).toEqual([
      'On trigger.ticketTransferred',
      'On trigger.ticketClosed',
      'On trigger.ticketReopened',
    ]);
  });

  it('a reply that also opens the ticket again: two events of one cascade, in which a flow runs once', async () => {
    const toNote = Object.fromEntries([['then', 'note']]);
    await desk.publish('Either', [
      { id: 'reply', kind: 'trigger.ticketReplied', config: { by: 'customer' }, ports: toNote },
      { id: 'open', kind: 'trigger.ticketReopened', ports: toNote },
      { id: 'note', kind: 'action.note', config: { text: 'Back' } },
    ]);
    await updateTicket(desk.app, desk.actor, { id, status: 'solved' });
    const before = (await desk.rows('select id from trace')).length;
    await addMessage(desk.app, desk.actor, { ticketId: id, text: 'Still broken', author: 'customer' });
    expect(await notes()).toEqual(['Back']);
    expect(await desk.rows('select id from trace')).toHaveLength(before + 1);
  });

  it('an action that hands over, gives up, replies and raises the level', async () => {
    const agentId = await desk.addAgent({ name: 'First agent', presence: 'offline' });
    await desk.rows('update team set support_level = 2 where id = ?', [desk.teamId]);
    const flowId = await desk.publish('Hand over', [
      { id: 'start', kind: 'trigger.manual' },
      { id: 'reply', kind: 'action.reply', config: { text: 'A colleague takes over.' } },
      { id: 'level', kind: 'action.escalate', config: {} },
      { id: 'hand', kind: 'action.transfer', config: { teamId: desk.teamId, reason: 'Needs the bank' } },
    ]);
    await assignTicket(desk.app, desk.actor, { id, agentId });
    await pressFlow(desk.app, desk.actor, { ticketId: id, flowId });
    expect(await desk.rows('select level, team_id, assignee_id from ticket')).toEqual([
      { level: 2, team_id: desk.teamId, assignee_id: null },
    ]);
    expect(await desk.rows(`select text, author from message where visibility = 'public' and author = 'bot'`)).toEqual([
      { text: 'A colleague takes over.', author: 'bot' },
    ]);
    expect(
      await desk.rows(`select data->>'reason' as reason, actor_name from ticket_event where type = 'transferred'`),
    ).toEqual([{ reason: 'Needs the bank', actor_name: 'Hand over' }]);
  });

  it('fails visibly where nobody provides what a step needs: once told, and the ticket is not lost', async () => {
    await desk.rows(
      `insert into user_account (workspace_id, id, email, name, password_hash, role)
       values (?, ?, 'manager@example.org', 'Demo manager', 'x', 'manager')`,
      [desk.workspaceId, desk.actor.id],
    );
    const flowId = await desk.publish('Ask the CRM', [
      { id: 'start', kind: 'trigger.manual' },
      { id: 'look', kind: 'action.lookupContact' },
    ]);
    await pressFlow(desk.app, desk.actor, { ticketId: id, flowId });
    await pressFlow(desk.app, desk.actor, { ticketId: id, flowId });
    expect(await desk.rows(`select outcome from run`)).toEqual([{ outcome: 'failed' }, { outcome: 'failed' }]);
    expect(await desk.rows('select text from notification')).toEqual([
      { text: 'Flow “Ask the CRM” failed on ticket #1.' },
    ]);
    expect(await desk.rows('select queue_id from ticket')).toEqual([{ queue_id: desk.fallbackQueueId }]);
  });
});
