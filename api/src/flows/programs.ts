import {
  type BusinessClock,
  type Calendar,
  compileCalendar,
  linkProgram,
  type Pipeline,
  type Program,
  parseFlow,
  relinkProgram,
  type Sla,
} from '@alur/engine';
import type { Logger } from 'pino';
import type { EntityManager } from '../database/database.ts';
import { runStatement } from '../database/run-statement.ts';
import { loadSla } from '../sla/load-sla.ts';
import { type FactNeed, type ReadVersion, readVersion } from './read-version.ts';

type CompiledTrigger = Pipeline['triggers'][number];
export type TimedTrigger = CompiledTrigger & Required<Pick<CompiledTrigger, 'time'>>;

/** A workspace's live flows, ready to run, and what they reckon with. */
export interface LiveProgram {
  readonly program: Program;
  readonly versions: ReadonlyMap<string, ReadVersion>;
  /** The live pipelines by version id. */
  readonly pipelines: ReadonlyMap<string, Pipeline>;
  /** Names of flows that are not deleted, by id. */
  readonly flowNames: ReadonlyMap<string, string>;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly defaultCalendarId: string | null;
  /** What clocks are held to; null where no SLA policy is set. */
  readonly sla: Sla | null;
  /** The calendar of that id, or the workspace's own for null, ready for arithmetic. */
  readonly clockOf: (calendarId: string | null) => BusinessClock | undefined;
  /** Triggers that fire by time, in running order. */
  readonly timeTriggers: readonly { readonly flowId: string; readonly trigger: TimedTrigger }[];
  /** What the live flows read beside the ticket. */
  readonly needs: ReadonlySet<FactNeed>;
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
  readonly #older = new Map<string, Map<string, ReadVersion>>();
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
  ): Promise<ReadonlyMap<string, ReadVersion>> {
    const older = this.#older.get(workspaceId) ?? new Map<string, ReadVersion>();
    const found = new Map<string, ReadVersion>();
    const missing: string[] = [];
    for (const versionId of versionIds) {
      const version = live.versions.get(versionId) ?? older.get(versionId);
      if (version) found.set(versionId, version);
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
      const version = this.#read(row);
      if (!version) continue;
      older.set(version.pipeline.versionId, version);
      found.set(version.pipeline.versionId, version);
    }
    this.#older.set(workspaceId, older);
    return found;
  }

  async #load(em: EntityManager, workspaceId: string, revision: number, before: Cached | undefined): Promise<Cached> {
    const known = before?.versions ?? new Map<string, ReadVersion>();
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
    const versions = new Map<string, ReadVersion>();
    for (const row of rows) {
      if (row.version_id === null) continue;
      const version = placed(known.get(row.version_id), row) ?? this.#read(row);
      if (version) versions.set(row.version_id, version);
    }
    const pipelines = new Map([...versions].map(([versionId, { pipeline }]) => [versionId, pipeline]));
    const program = before ? relinked(before.program, pipelines) : linkProgram([...pipelines.values()]);
    const clocks = new Map(calendars.map(({ id, document }) => [id, compileCalendar(document)]));
    const ownCalendar = calendars.find(({ is_default }) => is_default);
    return {
      revision,
      versions,
      pipelines,
      needs: new Set([...versions.values()].flatMap(({ needs }) => [...needs])),
      program,
      timeTriggers: program.pipelines.flatMap(({ flowId, triggers }) =>
        triggers.filter(isTimed).map((trigger) => ({ flowId, trigger })),
      ),
      flowNames: new Map(rows.map(({ id, name }) => [id, name])),
      calendars: Object.fromEntries(calendars.map(({ id, document }) => [id, document])),
      defaultCalendarId: ownCalendar?.id ?? null,
      sla: await loadSla(em, workspaceId),
      clockOf: (calendarId) => clocks.get(calendarId ?? ownCalendar?.id ?? ''),
    };
  }

  #read(row: LiveRow): ReadVersion | null {
    const parsed = parseFlow(row.document);
    if (!parsed.ok || row.version_id === null) {
      this.#log.error(
        { flowId: row.id, versionId: row.version_id },
        'A live flow can no longer be read; it is not run',
      );
      return null;
    }
    return readVersion(parsed.flow, {
      flowId: row.id,
      versionId: row.version_id,
      position: row.position,
      stopOnMatch: row.stop_on_match,
    });
  }
}

/** A version's document never changes, but the flow's place and settings may: those are not compiled in. */
function placed(version: ReadVersion | undefined, row: LiveRow): ReadVersion | null {
  if (!version) return null;
  const { pipeline } = version;
  if (pipeline.position === row.position && pipeline.stopOnMatch === row.stop_on_match) return version;
  return { ...version, pipeline: { ...pipeline, position: row.position, stopOnMatch: row.stop_on_match } };
}

function isTimed(trigger: CompiledTrigger): trigger is TimedTrigger {
  return trigger.time !== undefined;
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

/** The workspace's revision, for who only reads: what is live may change meanwhile. */
export async function readFlowsRevision(em: EntityManager, workspaceId: string): Promise<number> {
  const [row] = await runStatement<{ flows_revision: string }>(
    em,
    'select flows_revision from workspace_counter where workspace_id = $1',
    [workspaceId],
  );
  return Number(row?.flows_revision ?? 0);
}
