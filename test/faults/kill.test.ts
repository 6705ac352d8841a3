import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AlurProcess, startAlur } from '../running/alur-process.ts';
import { ask, askOrThrow } from '../running/graphql-client.ts';

const KILLS = process.env.ALUR_NIGHTLY ? 50 : 4;
const BATCH = 25;

const CREATE = `mutation ($input: CreateTicketsInput!) {
  createTickets(input: $input) { results { ticket { id number } isDuplicate userErrors { code } } userErrors { code } }
}`;

interface Created {
  createTickets: { results: { ticket: { id: string; number: number } | null; isDuplicate: boolean }[] };
}

/**
 * A sender that gets no answer sends again with the same ids, as a channel does. Whatever the kill hit,
 * each message must end as exactly one ticket, and an answered one must never be lost.
 */
describe('kill -9 while tickets arrive', () => {
  let alur: AlurProcess;

  beforeAll(async () => {
    alur = await startAlur();
  });
  afterAll(() => alur.dispose());

  it('loses none and doubles none', async () => {
    const token = alur.operatorToken();
    const answered = new Map<string, string>();
    let sent = 0;

    const send = async (ids: readonly string[]) => {
      const input = { tickets: ids.map((externalId) => ({ externalId, subject: `Message ${externalId}` })) };
      const answer = await ask<Created>(alur.url, CREATE, { input }, token);
      answer.data?.createTickets.results.forEach(({ ticket }, index) => {
        const externalId = ids[index];
        if (!ticket || !externalId) throw new Error(JSON.stringify(answer));
        const before = answered.get(externalId);
        if (before !== undefined) expect(ticket.id).toBe(before);
        answered.set(externalId, ticket.id);
      });
    };

    const pending: string[][] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const sending = Array.from({ length: 8 }, async () => {
        for (let round = 0; round < 40; round++) {
          const ids = Array.from({ length: BATCH }, () => `kill-${sent++}`);
          try {
            await send(ids);
          } catch {
            pending.push(ids);
            return;
          }
        }
      });
      // The moment differs from round to round, so that the kill falls at different points of a transaction.
      await new Promise((resolve) => setTimeout(resolve, 150 + 97 * (kill % 7)));
      await alur.stop('SIGKILL');
      await Promise.all(sending);
      await alur.restart();
      for (const ids of pending.splice(0)) await send(ids);
    }

    expect(answered.size).toBe(sent);
    expect(new Set(answered.values()).size).toBe(sent);
    const { tickets } = await askOrThrow<{ tickets: { totalCount: number } }>(
      alur.url,
      'query { tickets(search: "Message kill", first: 1) { totalCount } }',
      {},
      token,
    );
    expect(tickets.totalCount).toBe(sent);
  }, 240_000);
});
