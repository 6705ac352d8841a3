import { exportFlow, FLOW_TEMPLATES, type PortableFlow } from '@alur/engine';
import { beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { importFlow } from './import-flow.ts';
import { loadReferences } from './load-references.ts';
import { publishFlow } from './publish-flow.ts';
import { storedFlow } from './read-document.ts';

describeOnBothEngines('flows that move between workspaces', (engine) => {
  let from: Desk;
  let to: Desk;
  let exported: PortableFlow;
  beforeEach(async () => {
    from = await openDesk(engine.database);
    to = await openDesk(engine.database);
    await from.publish('Route billing', [
      { id: 'start', kind: 'trigger.ticketCreated' },
      { id: 'route', kind: 'action.route', config: { queueId: from.queueId, requirement: { skills: [] } } },
    ]);
    const [flow] = await from.rows<{ draft: unknown }>('select draft from flow');
    const references = await engine.database.inWorkspace(from.workspaceId, (em) =>
      loadReferences(em, from.workspaceId),
    );
    exported = exportFlow(storedFlow(flow?.draft), references, { name: 'Route billing' });
  });

  it('find what they name in the other workspace, and run there', async () => {
    expect(JSON.stringify(exported)).not.toContain(from.queueId);
    const { flow, outcome, missing } = await importFlow(to.app, to.actor, { document: exported, onExisting: 'copy' });
    expect({ outcome, missing }).toEqual({ outcome: 'created', missing: [] });
    const { version } = await publishFlow(to.app, to.actor, { flowId: flow.id, revision: flow.draftRevision });
    expect(version).not.toBeNull();
    const { ticketId } = await to.app.acceptor.accept(to.workspaceId, to.intake());
    expect(await to.rows('select queue_id from ticket where id = ?', [ticketId])).toEqual([{ queue_id: to.queueId }]);
  });

  it('say what is missing, take an answer for it, and cannot be published before', async () => {
    await to.rows(`update queue set name = 'Invoices' where id = ?`, [to.queueId]);
    const first = await importFlow(to.app, to.actor, { document: exported, onExisting: 'copy' });
    expect(first.missing).toMatchObject([{ kind: 'queue', name: 'Billing', reason: 'missing' }]);
    const { version } = await publishFlow(to.app, to.actor, { flowId: first.flow.id, revision: 1 });
    expect(version).toBeNull();
    const second = await importFlow(to.app, to.actor, {
      document: exported,
      onExisting: 'update',
      mapping: [{ kind: 'queue', name: 'Billing', id: to.queueId }],
    });
    expect(second).toMatchObject({ outcome: 'updated', missing: [], flow: { id: first.flow.id, draftRevision: 2 } });
  });

  it('leave a flow of the name alone, or stand beside it, as asked', async () => {
    const first = await importFlow(to.app, to.actor, { document: exported, onExisting: 'copy' });
    const skipped = await importFlow(to.app, to.actor, { document: exported, onExisting: 'skip' });
    expect(skipped).toMatchObject({ outcome: 'skipped', flow: { id: first.flow.id, draftRevision: 1 } });
    const copied = await importFlow(to.app, to.actor, { document: exported, onExisting: 'copy' });
    expect(copied.flow.id).not.toBe(first.flow.id);
    expect(await to.rows('select name from flow')).toHaveLength(2);
  });

  it('come as templates, each of which can be taken in', async () => {
    for (const template of FLOW_TEMPLATES) {
      const document = template.flow('id');
      const { flow } = await importFlow(to.app, to.actor, { document, onExisting: 'copy' });
      expect(flow.name).toBe(document.name);
    }
  });

  it('are refused where they are no flow', async () => {
    await expect(
      importFlow(to.app, to.actor, { document: { ...exported, nodes: 7 }, onExisting: 'copy' }),
    ).rejects.toMatchObject({ userErrors: [{ path: ['input', 'document', 'nodes'] }] });
    await expect(
      importFlow(to.app, to.actor, {
        document: exported,
        onExisting: 'copy',
        mapping: [{ kind: 'planet', name: 'x', id: 'y' }],
      }),
    ).rejects.toThrow('INVALID');
  });
});
