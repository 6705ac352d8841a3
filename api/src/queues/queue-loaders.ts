import type { LoaderDefinition } from '../server/loaders.ts';
import { type Queue, QueueEntity } from './queue.entity.ts';

export const queueById: LoaderDefinition<string, Queue> = {
  async loadMany(em, ids) {
    return new Map((await em.find(QueueEntity, { id: { $in: [...ids] } })).map((queue) => [queue.id, queue]));
  },
};

/** How many tickets wait in a queue, by queue id; empty queues are left out. */
export const waitingInQueue: LoaderDefinition<string, number> = {
  async loadMany(em, ids) {
    const rows = await em.execute<{ queue_id: string; count: number }[]>(
      `select queue_id, count(*)::int as count from queue_entry
       where workspace_id = current_setting('alur.workspace_id')::uuid and queue_id = any(?::uuid[])
       group by queue_id`,
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map((row) => [row.queue_id, row.count]));
  },
};
