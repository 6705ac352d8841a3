import {
  type Calendar,
  compileFlow,
  linkProgram,
  type Pipeline,
  type Program,
  parseFlow,
  relinkProgram,
} from '@alur/engine';
import type { Logger } from 'pino';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';

/** A workspace's live flows, ready to run, and what they reckon with. */
export interface LiveProgram {
  readonly program: Program;
  /** The live pipelines by version id. */
  readonly pipelines: ReadonlyMap<string, Pipeline>;
  /** Names of flows that are not deleted, by id. */
  readonly flowNames: ReadonlyMap<string, string>;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly defaultCalendarId: string | null;
}

interface Cached extends LiveProgram {
  readonly revision: number;
}

interface LiveRow {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly stop_on_match: boolean;
  readonly version_id: string | null;
  /** Left out where the version is known. */
  readonly document: unknown;
}

interface CalendarRow {
  readonly id: string;
  readonly document: Calendar;
  readonly is_default: boolean;
}

/** The most old versions of one workspace that are kept compiled. */
const OLD_VERSIONS = 200;

/**
 * Compiled programs by workspace, kept as long as the workspace's `flows_revision` stays the same. The caller reads the
 * revision in its own transaction, under the lock, so that no process ever runs a stale program. Old versions that runs
 * still wait in are kept beside them.
 */
export class Programs {
  readonly #cache = new Map<string, Cached>();
  readonly #older = new Map<string, Map<string, Pipeline>>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** The program of the workspace as of `revision`; loads and compiles what changed since it was last asked for. */
  async at(em: EntityManager, workspaceId: string, revision: number): Promise<LiveProgram> {
    const cached = this.#cache.get(workspaceId);
    if (cached?.revision === revision) return cached;
    const fresh = await this.#load(em, workspaceId, revision, cached);
    this.#cache.set(workspaceId, fresh);
    return fresh;
  }

  /**
   * Versions by id, live or not, as of `live`; in no statement where all are known. One that can no longer be read is
   * left out.
   */
  async versions(
    em: EntityManager,
    workspaceId: string,
    live: LiveProgram,
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pipeline>> {
    const older = this.#older.get(workspaceId) ?? new Map<string, Pipeline>();
    const found = new Map<string, Pipeline>();
    const missing: string[] = [];
    for (const versionId of versionIds) {
      const pipeline = live.pipelines.get(versionId) ?? older.get(versionId);
      if (pipeline) found.set(versionId, pipeline);
      else missing.push(versionId);
    }
    if (missing.length === 0) return found;
    const rows = await runStatement<LiveRow>(
      em,
      `select f.id, f.name, f.position, f.stop_on_match, v.id as version_id, v.document
       from flow_version v join flow f on f.workspace_id = v.workspace_id and f.id = v.flow_id
       where v.workspace_id = $1 and v.id = any($2::uuid[])`,
      [workspaceId, missing],
    );
    if (older.size + rows.length > OLD_VERSIONS) older.clear();
    for (const row of rows) {
      const pipeline = this.#compile(row);
      if (!pipeline) continue;
      older.set(pipeline.versionId, pipeline);
      found.set(pipeline.versionId, pipeline);
    }
    this.#older.set(workspaceId, older);
    return found;
  }

  async #load(em: EntityManager, workspaceId: string, revision: number, before: Cached | undefined): Promise<Cached> {
    const known = before?.pipelines ?? new Map<string, Pipeline>();
    const rows = await runStatement<LiveRow>(
      em,
      `select f.id, f.name, f.position, f.stop_on_match, v.id as version_id,
              case when v.id = any($2::uuid[]) then null else v.document end as document
       from flow f left join flow_version v on v.workspace_id = f.workspace_id and v.id = f.live_version_id
       where f.workspace_id = $1 and f.deleted_at is null`,
      [workspaceId, [...known.keys()]],
    );
    const calendars = await runStatement<CalendarRow>(
      em,
      'select id, document, is_default from calendar where workspace_id = $1',
      [workspaceId],
    );
    const pipelines = new Map<string, Pipeline>();
    for (const row of rows) {
      if (row.version_id === null) continue;
      const pipeline = placed(known.get(row.version_id), row) ?? this.#compile(row);
      if (pipeline) pipelines.set(row.version_id, pipeline);
    }
    return {
      revision,
      pipelines,
      program: before ? relinked(before.program, pipelines) : linkProgram([...pipelines.values()]),
      flowNames: new Map(rows.map(({ id, name }) => [id, name])),
      calendars: Object.fromEntries(calendars.map(({ id, document }) => [id, document])),
      defaultCalendarId: calendars.find(({ is_default }) => is_default)?.id ?? null,
    };
  }

  #compile(row: LiveRow): Pipeline | null {
    const parsed = parseFlow(row.document);
    if (!parsed.ok || row.version_id === null) {
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
function placed(pipeline: Pipeline | undefined, row: LiveRow): Pipeline | null {
  if (!pipeline) return null;
  if (pipeline.position === row.position && pipeline.stopOnMatch === row.stop_on_match) return pipeline;
  return { ...pipeline, position: row.position, stopOnMatch: row.stop_on_match };
}

/** The program with other pipelines: only what differs is linked anew. */
function relinked(program: Program, pipelines: ReadonlyMap<string, Pipeline>): Program {
  const before = new Set(program.pipelines);
  const flowIds = new Set([...pipelines.values()].map(({ flowId }) => flowId));
  return relinkProgram(program, {
    put: [...pipelines.values()].filter((pipeline) => !before.has(pipeline)),
    remove: program.pipelines.flatMap(({ flowId }) => (flowIds.has(flowId) ? [] : [flowId])),
  });
}
