import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from './test-databases.test-support.ts';

const TRANSACTIONS = 10;

/** How often the event loop comes round during the work. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await work();
  clearImmediate(next);
  return turns;
}

describeOnBothEngines('long work in the database', (engine) => {
  const transaction = () => engine.database.inWorkspace(newId(), (em) => em.execute('select 1'));

  it('lets sockets and timers have their turn between its transactions', async () => {
    const turns = await turnsDuring(async () => {
      for (let made = 0; made < TRANSACTIONS; made++) await transaction();
    });
    expect(turns).toBeGreaterThanOrEqual(TRANSACTIONS);
  });

  it('does so where all of them were asked for at once', async () => {
    const turns = await turnsDuring(() => Promise.all(Array.from({ length: TRANSACTIONS }, transaction)));
    // PostgreSQL works on several of them at once.
    expect(turns).toBeGreaterThanOrEqual(engine.kind === 'pglite' ? TRANSACTIONS : 1);
  });
});
