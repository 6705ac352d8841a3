import type { Logger } from 'pino';
import { type Authenticator, createAuthenticator } from './access/authenticate.ts';
import { createSignInLimit, type SignInLimit } from './access/sign-in-limit.ts';
import { AgentConnections } from './agents/agent-connections.ts';
import { Boards } from './board/board.ts';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import { Programs } from './flows/programs.ts';
import { LiveHub } from './live/live-hub.ts';
import { inProcessNotices, type Notices } from './live/notices.ts';
import { Dispatcher } from './queues/dispatcher.ts';
import { ReplayRunner } from './replay/replay-runner.ts';
import { solveTicket } from './replay/solve-ticket.ts';
import { ProficiencyLearner } from './routing/proficiency-learner.ts';
import { RunTimers } from './runs/run-timers.ts';
import { createContext } from './server/context.ts';
import { maskError } from './server/mask-error.ts';
import { Acceptor } from './tickets/acceptor.ts';

/** The only source of the present moment: the database's time, or a test's own. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  nowMs(): number;
}

/** Everything a request may use, put together once per process. */
export interface App {
  readonly config: Config;
  readonly database: Database;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly log: Logger;
  /** Finds out who asks. */
  readonly authenticator: Authenticator;
  readonly signInLimit: SignInLimit;
  /** Compiled live flows. */
  readonly programs: Programs;
  /** Takes in arriving tickets. */
  readonly acceptor: Acceptor;
  /** Gives waiting tickets to agents; `start` it once the database is ready. */
  readonly dispatcher: Dispatcher;
  /** Wakes runs that wait and fires time triggers; `start` it once the database is ready. */
  readonly timers: RunTimers;
  /** Learns proficiencies daily; `start` it once the database is ready. */
  readonly learner: ProficiencyLearner;
  /** Knows which agents are connected to this process. */
  readonly connections: AgentConnections;
  /** Reads what the board shows. */
  readonly boards: Boards;
  /** Feeds the shipped incident log to demo workspaces. */
  readonly replay: ReplayRunner;
  /** Serves the subscriptions. */
  readonly live: LiveHub;
  /** Ends timers, then the database. */
  close(): Promise<void>;
}

/** What an app is made from; tests give their own clock and database. */
export interface AppParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Puts the services together. The caller keeps nothing: `close` ends all of it. */
export function createApp({ config, database, log, clock = { nowMs: () => database.nowMs() } }: AppParts): App {
  const notices = inProcessNotices((error) => log.error({ err: error }, 'A listener to notices failed'));
  const authenticator = createAuthenticator({ database, clock, notices });
  const programs = new Programs(log);
  const dispatcher = new Dispatcher({ database, notices, clock, programs, log });
  const acceptor = new Acceptor({
    database,
    notices,
    clock,
    programs,
    onQueued: (workspaceId) => dispatcher.wake(workspaceId),
  });
  const timers = new RunTimers({
    database,
    notices,
    clock,
    programs,
    log,
    onQueued: (workspaceId) => dispatcher.wake(workspaceId),
  });
  const replay = new ReplayRunner({
    database,
    notices,
    clock,
    acceptor,
    solve: (workspaceId, ticketId) =>
      solveTicket({ database, notices, clock, programs, dispatcher }, workspaceId, ticketId),
    onError: (error) => log.error({ err: error }, 'The replay could not feed or solve a ticket'),
  });
  const learner = new ProficiencyLearner({ database, clock, log });
  const connections = new AgentConnections({ database, notices, clock, log });
  const live = new LiveHub({
    app: () => app,
    notices,
    connections,
    contextFor: (actor) => createContext(app, actor),
    formatError: (error) => maskError(error, log),
    onError: (error) => log.error({ err: error }, 'A subscription could not be served; it is tried again'),
  });
  const app: App = {
    config,
    database,
    notices,
    clock,
    log,
    authenticator,
    signInLimit: createSignInLimit(clock),
    programs,
    acceptor,
    dispatcher,
    timers,
    learner,
    connections,
    boards: new Boards({ database, clock }),
    replay,
    live,
    async close() {
      replay.close();
      live.close();
      authenticator.close();
      await connections.close();
      await learner.close();
      await timers.close();
      await dispatcher.close();
      await database.close();
    },
  };
  return app;
}
