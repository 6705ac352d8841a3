import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { type LiveServer, serveLive } from '../live/live-client.test-support.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { acceptOffer } from './answer-offer.ts';

interface Presences {
  readonly agentPresence: {
    readonly agentId: string;
    readonly presence: string;
    readonly isConnected: boolean;
    readonly load: number;
    readonly capacity: number;
    readonly channels: { readonly channelType: string; readonly load: number }[];
  }[];
}
interface Offers {
  readonly offers: {
    readonly id: string;
    readonly ticket: { readonly id: string };
    readonly agent: { name: string };
  }[];
}

const PRESENCE = `subscription { agentPresence {
  agentId presence isConnected load capacity channels { channelType load } } }`;
const OFFERS = 'subscription { offers { id ticket { id } agent { name } } }';

describeOnBothEngines('routing, live', (engine) => {
  let desk: Desk;
  let agent: Actor;
  let manager: Actor;
  let server: LiveServer;
  beforeAll(async () => {
    desk = await openDesk(engine.database);
    const agentId = await desk.addAgent({ name: 'Resolver' });
    agent = { ...desk.actor, role: 'agent', agentId, credentialId: 'agent' };
    manager = desk.actor;
    server = await serveLive(desk.app, [manager, agent]);
    await desk.rows('update queue set accept_within_ms = 60000');
  });
  afterAll(async () => {
    await server.close();
    await desk.app.connections.settled();
    desk.app.live.close();
  });

  it('shows an agent their offers, and everybody how agents stand: first all of it, then what became of it', async () => {
    const watcher = await server.connect(manager);
    const presence = watcher.subscribe(PRESENCE);
    const standing = () => presence.data<Presences>().at(-1)?.agentPresence[0];
    await presence.until(() => standing()?.capacity === 3);
    const own = await server.connect(agent);
    const offers = own.subscribe(OFFERS);
    await offers.until(() => offers.data<Offers>().at(-1)?.offers.length === 0);
    const { ticketId } = await desk.app.acceptor.accept(desk.workspaceId, desk.intake());
    await offers.until(() => offers.data<Offers>().at(-1)?.offers.length === 1);
    const [offer] = offers.data<Offers>().at(-1)?.offers ?? [];
    expect(offer).toMatchObject({ ticket: { id: ticketId }, agent: { name: 'Resolver' } });
    await presence.until(() => standing()?.load === 1);
    expect(standing()).toMatchObject({ presence: 'ONLINE', channels: [{ channelType: 'web', load: 1 }] });
    await acceptOffer(desk.app, agent, offer?.id ?? '');
    await offers.until(() => offers.data<Offers>().at(-1)?.offers.length === 0);
    expect(await desk.rows('select assignee_id from ticket')).toEqual([{ assignee_id: agent.agentId }]);
    own.close();
    await presence.until(() => standing()?.isConnected === false);
    expect(standing()).toMatchObject({ presence: 'ONLINE', load: 1 });
    watcher.close();
  });
});
