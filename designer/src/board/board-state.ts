import { useSubscription } from '@apollo/client/react';
import type { QueueMetricsSubscription } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';

const QueueMetricsDocument = graphql(`
  subscription QueueMetrics {
    queueMetrics {
      sequence
      at
      unassigned
      open
      queues {
        queue { id name limit isFallback }
        waiting inProgress longestWaitingSince atRisk breached arrivals assigned
      }
      agents {
        agent { id name }
        presence load capacity openTickets idleSince
      }
      arrivals { at arrived assigned solved }
      replay { isRunning speed fed total clock startedAt }
    }
  }
`);

/** Everything the board shows, as of one moment. */
export type BoardState = QueueMetricsSubscription['queueMetrics'];
export type QueueFigures = BoardState['queues'][number];
export type AgentFigures = BoardState['agents'][number];
export type ArrivalBucket = BoardState['arrivals'][number];
export type ReplayState = NonNullable<BoardState['replay']>;

/** The board, live. The last state stays while the connection is lost; the next one replaces it whole. */
export function useBoard() {
  // Full states up to four times a second: kept beside the cache, which has nothing to merge here.
  const { data, error, restart } = useSubscription(QueueMetricsDocument, { fetchPolicy: 'no-cache' });
  return { board: data?.queueMetrics ?? null, error, restart };
}
