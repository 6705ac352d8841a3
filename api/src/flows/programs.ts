import { compileFlow, linkProgram, type Pipeline, type Program, parseFlow } from '@alur/engine';
import type { Logger } from 'pino';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** A workspace's live flows, ready to run. */
export interface LiveProgram {
  readonly program: Program;
  /** Names of the live flows, by id. */
  readonly flowNames: ReadonlyMap<string, string>;
}

interface Cached extends LiveProgram {
  readonly revision: number;
  readonly pipelines: ReadonlyMap<string, Pipeline>;
}

interface LiveRow {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly stop_on_match: boolean;
  readonly version_id: string;
  readonly document: unknown;
}

/**
 * Compiled programs by workspace, kept as long as the workspace's `flows_revision` stays the same. The caller reads the
 * revision in its own transaction, under the lock, so that no process ever runs a stale program.
 */
export class Programs {
  readonly #cache = new Map<string, Cached>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** The program of the workspace as of `revision`; loads and compiles what changed since it was last asked for. */
  async at(em: EntityManager, workspaceId: string, revision: number): Promise<LiveProgram> {
    const cached = this.#cache.get(workspaceId);
    if (cached?.revision === revision) return cached;
    const fresh = await this.#load(em, workspaceId, revision, cached?.pipelines ?? new Map());
    this.#cache.set(workspaceId, fresh);
    return fresh;
  }

  async #load(
    em: EntityManager,
    workspaceId: string,
    revision: number,
    known: ReadonlyMap<string, Pipeline>,
  ): Promise<Cached> {
    const rows = await runStatement<LiveRow>(
      em,
      `select f.id, f.name, f.position, f.stop_on_match, v.id as version_id, v.document
       from flow f join flow_version v on v.workspace_id = f.workspace_id and v.id = f.live_version_id
       where f.workspace_id = $1 and f.deleted_at is null`,
      [workspaceId],
    );
    const pipelines = new Map<string, Pipeline>();
    const flowNames = new Map<string, string>();
    for (const row of rows) {
      flowNames.set(row.id, row.name);
      const pipeline = compiled(known.get(row.version_id), row) ?? this.#compile(row);
      if (pipeline) pipelines.set(row.version_id, pipeline);
    }
    return { revision, pipelines, flowNames, program: linkProgram([...pipelines.values()]) };
  }

  #compile(row: LiveRow): Pipeline | null {
    const parsed = parseFlow(row.document);
    if (!parsed.ok) {
      this.#log.error(
        { flowId: row.id, versionId: row.version_id },
        'A live flow can no longer be read; it is not run',
      );
      return null;
    }
    return compileFlow(parsed.flow, {
      flowId: row.id,
      versionId: row.version_id,
      position: row.position,
      stopOnMatch: row.stop_on_match,
    });
  }
}

/** A version's document never changes, but the flow's place and settings may: those are not compiled in. */
function compiled(pipeline: Pipeline | undefined, row: LiveRow): Pipeline | null {
  if (!pipeline) return null;
  return { ...pipeline, position: row.position, stopOnMatch: row.stop_on_match };
}
