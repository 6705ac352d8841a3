import type { Logger } from 'pino';
import type { Actor } from '../access/actor.ts';
import type { Clock } from '../app.ts';
import type { Database } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import type { Notices } from '../live/notices.ts';
import { HEARTBEAT_MS } from '../routing/load-roster.ts';

export interface AgentConnectionParts {
  readonly database: Database;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Knows which agents have a socket open in this process, and keeps `agent.is_connected` and `last_seen_at` to it: at the
 * first socket, at the end of the last, and again and again between, so that an agent whose process died is not taken for
 * present. Several processes may hold sockets of one agent: whoever speaks last wins, and within a heartbeat all are right.
 */
export class AgentConnections {
  readonly #parts: AgentConnectionParts;
  /** Open sockets by agent, by workspace. */
  readonly #open = new Map<string, Map<string, number>>();
  readonly #heartbeat: NodeJS.Timeout;
  /** Writes happen one after the other. */
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: AgentConnectionParts) {
    this.#parts = parts;
    this.#heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
  }

  /** A socket of this actor is open; who works as no agent does not count. */
  opened({ workspaceId, agentId }: Actor): void {
    if (agentId === null) return;
    const agents = this.#open.get(workspaceId) ?? new Map<string, number>();
    this.#open.set(workspaceId, agents);
    const count = agents.get(agentId) ?? 0;
    agents.set(agentId, count + 1);
    if (count === 0) this.#write(workspaceId, [agentId], true);
  }

  /** A socket of this actor has closed. */
  closed({ workspaceId, agentId }: Actor): void {
    const agents = this.#open.get(workspaceId);
    const count = agentId === null ? undefined : agents?.get(agentId);
    if (agentId === null || !agents || count === undefined) return;
    if (count > 1) {
      agents.set(agentId, count - 1);
      return;
    }
    agents.delete(agentId);
    if (agents.size === 0) this.#open.delete(workspaceId);
    this.#write(workspaceId, [agentId], false);
  }

  /** Says of all who are connected that they still are. */
  beat(): void {
    for (const [workspaceId, agents] of this.#open) this.#write(workspaceId, [...agents.keys()], true, false);
  }

  /** Resolves once everything so far is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const [workspaceId, agents] of this.#open) this.#write(workspaceId, [...agents.keys()], false);
    this.#open.clear();
    await this.#writing;
  }

  #write(workspaceId: string, agentIds: readonly string[], isConnected: boolean, isNews = true): void {
    const { database, clock, notices, log } = this.#parts;
    this.#writing = this.#writing.then(async () => {
      try {
        await database.inWorkspace(workspaceId, (em) =>
          runStatement(
            em,
            `update agent set is_connected = $3, last_seen_at = $4 where workspace_id = $1 and id = any($2::uuid[])`,
            [workspaceId, [...agentIds], isConnected, new Date(clock.nowMs())],
          ),
        );
        if (isNews) notices.publish({ workspaceId, about: 'agents', ids: agentIds });
      } catch (error) {
        log.error({ err: error, workspaceId }, 'Whether agents are connected could not be written down');
      }
    });
  }
}
