import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { describeOnBothEngines } from './test-databases.test-support.ts';

describeOnBothEngines('statements', (engine) => {
  it('may not run without end on a server that others use', async () => {
    const [row] = await engine.database.inWorkspace(newId(), (em) =>
      em.execute<{ limit: string }[]>(`select current_setting('statement_timeout') as limit`),
    );
    expect(row?.limit).toBe(engine.database.kind === 'postgres' ? '20s' : '0');
  });
});
