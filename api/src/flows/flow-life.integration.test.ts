import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { Refusal } from '../server/refusal.ts';
import { type Desk, openDesk, type TestNode, testDocument } from '../workspaces/desk.test-support.ts';
import { createFlow, deleteFlow, moveFlow, turnOffFlow, updateFlow } from './arrange-flows.ts';
import { publishFlow, rollBackFlow } from './publish-flow.ts';
import { saveDraft } from './save-draft.ts';
import { testFlow } from './test-flow.ts';

const tagging = (tag: string): TestNode[] => [
  { id: 'start', kind: 'trigger.ticketCreated' },
  { id: 'tag', kind: 'action.tags', config: { add: [tag], remove: [] } },
];

describeOnBothEngines("a flow's life", (engine) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(engine.database);
  });
  const tagsOfNew = async () => {
    const { ticketId } = await desk.app.acceptor.accept(desk.workspaceId, desk.intake());
    await desk.app.dispatcher.settled();
    const [row] = await desk.rows<{ tags: string[] }>('select tags from ticket where id = ?', [ticketId]);
    return row?.tags;
  };

  it('saves drafts by revision: the second of two who began from the same one overwrites nothing', async () => {
    const { app, actor } = desk;
    const flow = await createFlow(app, actor, { name: ' Triage ' });
    expect(flow).toMatchObject({ name: 'Triage', position: 0, draftRevision: 1, liveVersionId: null });
    const first = await saveDraft(app, actor, { flowId: flow.id, document: testDocument(tagging('a')), revision: 1 });
    expect(first).toMatchObject({ isStale: false, flow: { draftRevision: 2 } });
    const second = await saveDraft(app, actor, { flowId: flow.id, document: testDocument(tagging('b')), revision: 1 });
    expect(second).toMatchObject({ isStale: true, flow: { draftRevision: 2, draft: testDocument(tagging('a')) } });
    const both = await Promise.all(
      ['c', 'd'].map((tag) =>
        saveDraft(app, actor, { flowId: flow.id, document: testDocument(tagging(tag)), revision: 2 }),
      ),
    );
    expect(both.map(({ isStale }) => isStale).sort()).toEqual([false, true]);
  });

  it('saves incomplete drafts, refuses malformed ones with code and place', async () => {
    const { app, actor } = desk;
    const flow = await createFlow(app, actor, { name: 'Half' });
    const half = testDocument([{ id: 'x', kind: 'action.setFields' }]);
    await saveDraft(app, actor, { flowId: flow.id, document: half, revision: 1 });
    const bad = { format: 1, nodes: [{ id: 'x' }], edges: [], colour: 'red' };
    const error = await saveDraft(app, actor, { flowId: flow.id, document: bad, revision: 2 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Refusal);
    const errors = error instanceof Refusal ? error.userErrors : [];
    expect(errors.map(({ code }) => code)).toContain('UNKNOWN_KEY');
    for (const { message, path } of errors) {
      expect(message.length).toBeGreaterThan(10);
      expect(path.slice(0, 2)).toEqual(['input', 'document']);
    }
    const nul = testDocument([{ id: 'x', kind: 'action.note', config: { text: 'a\0b' } }]);
    await expect(saveDraft(app, actor, { flowId: flow.id, document: nul, revision: 2 })).rejects.toBeInstanceOf(
      Refusal,
    );
  });

  it('publishes what has no errors, at once for the next ticket, and blocks what has', async () => {
    const { app, actor } = desk;
    const flow = await createFlow(app, actor, { name: 'Tagger', document: testDocument(tagging('one')) });
    expect(await tagsOfNew()).toEqual([]);
    const published = await publishFlow(app, actor, { flowId: flow.id, revision: 1, note: 'first' });
    expect(published.version).toMatchObject({ number: 1, note: 'first', publishedBy: actor.id });
    expect(await tagsOfNew()).toEqual(['one']);

    const broken = testDocument([
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'x', kind: 'action.sned' },
    ]);
    await saveDraft(app, actor, { flowId: flow.id, document: broken, revision: 1 });
    await expect(publishFlow(app, actor, { flowId: flow.id, revision: 1 })).rejects.toThrow('STALE_REVISION');
    const blocked = await publishFlow(app, actor, { flowId: flow.id, revision: 2 });
    expect(blocked.version).toBeNull();
    expect(blocked.issues).toMatchObject([{ code: 'UNKNOWN_KIND', nodeId: 'x' }]);
    expect(await tagsOfNew()).toEqual(['one']);
  });

  it('warns at publish of what other live flows do to the same tickets', async () => {
    const setPriority = (value: string) => [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'set', kind: 'action.setFields', config: { fields: { 'ticket.priority': value } } },
    ];
    await desk.publish('High', setPriority('high'));
    const low = await createFlow(desk.app, desk.actor, { name: 'Low', document: testDocument(setPriority('low')) });
    const { version, issues } = await publishFlow(desk.app, desk.actor, { flowId: low.id, revision: 1 });
    expect(version).not.toBeNull();
    expect(issues).toMatchObject([{ code: 'FLOWS_SET_SAME_FIELD', severity: 'warning' }]);
  });

  it('rolls back by publishing an old version again, and turns off', async () => {
    const { app, actor } = desk;
    const flow = await createFlow(app, actor, { name: 'Tagger', document: testDocument(tagging('one')) });
    const { version: first } = await publishFlow(app, actor, { flowId: flow.id, revision: 1 });
    await saveDraft(app, actor, { flowId: flow.id, document: testDocument(tagging('two')), revision: 1 });
    await publishFlow(app, actor, { flowId: flow.id, revision: 2 });
    expect(await tagsOfNew()).toEqual(['two']);
    const back = await rollBackFlow(app, actor, { flowId: flow.id, versionId: first?.id ?? '' });
    expect(back.version).toMatchObject({
      number: 3,
      rolledBackFrom: first?.id,
      document: testDocument(tagging('one')),
    });
    expect(back.flow).toMatchObject({ draftRevision: 2, draft: testDocument(tagging('two')) });
    expect(await tagsOfNew()).toEqual(['one']);
    await turnOffFlow(app, actor, flow.id);
    expect(await tagsOfNew()).toEqual([]);
    await expect(rollBackFlow(app, actor, { flowId: flow.id, versionId: desk.teamId })).rejects.toThrow(
      'no such version',
    );
  });

  it('runs live flows in their order, also after a move, and stops on match', async () => {
    const note = (text: string): TestNode[] => [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'note', kind: 'action.note', config: { text } },
    ];
    const one = await desk.publish('One', note('one'));
    const two = await desk.publish('Two', note('two'));
    const notes = async () => {
      const { ticketId } = await desk.app.acceptor.accept(desk.workspaceId, desk.intake());
      await desk.app.dispatcher.settled();
      const rows = await desk.rows<{ text: string }>(
        `select text from message where ticket_id = ? and author = 'bot' order by id`,
        [ticketId],
      );
      return rows.map(({ text }) => text);
    };
    expect(await notes()).toEqual(['one', 'two']);
    await moveFlow(desk.app, desk.actor, { id: two, position: 0 });
    expect(await notes()).toEqual(['two', 'one']);
    await updateFlow(desk.app, desk.actor, { id: two, stopOnMatch: true });
    expect(await notes()).toEqual(['two']);
    await deleteFlow(desk.app, desk.actor, two);
    expect(await notes()).toEqual(['one']);
    expect(await desk.rows('select id from flow where deleted_at is null')).toEqual([{ id: one }]);
  });

  it('never runs a stale program, though another process published', async () => {
    const other = await openDesk(engine.database);
    const { app, actor } = desk;
    const flow = await createFlow(app, actor, { name: 'Tagger', document: testDocument(tagging('fresh')) });
    await tagsOfNew();
    // The other desk's app stands for another process: nothing in memory is shared with this one.
    await publishFlow(other.app, actor, { flowId: flow.id, revision: 1 });
    expect(await tagsOfNew()).toEqual(['fresh']);
  });

  it('tries a draft on a real ticket with other facts, and stores nothing', async () => {
    const { app, actor } = desk;
    const { ticketId } = await app.acceptor.accept(desk.workspaceId, desk.intake({ category: 'Billing' }));
    await app.dispatcher.settled();
    const document = testDocument([
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'vip', kind: 'filter.condition', config: { condition: { fact: 'contact.isVip', op: 'is', value: true } } },
      { id: 'tag', kind: 'action.tags', config: { add: ['vip'], remove: [] } },
    ]);
    const flow = await createFlow(app, actor, { name: 'VIP', document });
    const plain = await testFlow(app, actor, { flowId: flow.id, ticketId });
    expect(plain.test?.effects).toEqual([]);
    const vip = await testFlow(app, actor, { flowId: flow.id, ticketId, facts: { 'contact.isVip': true } });
    expect(vip.test?.effects).toMatchObject([{ type: 'setTags', added: ['vip'] }]);
    expect(vip.test?.sentences.join()).toContain('VIP');
    const error = await testFlow(app, actor, {
      flowId: flow.id,
      facts: { 'contact.shoe': 1, 'contact.isVip': 'x' },
    }).catch((reason: unknown) => reason);
    expect(error instanceof Refusal && error.userErrors.map(({ code }) => code)).toEqual([
      'UNKNOWN_REFERENCE',
      'INVALID',
    ]);
    expect(await desk.rows('select id from run')).toEqual([]);
    expect(await desk.rows('select tags from ticket')).toEqual([{ tags: [] }]);
  });
});
