import { checkFlow, type Flow as FlowDocument, type Issue, namesOf, type References } from '@alur/engine';
import { type User, UserEntity } from '../access/user.entity.ts';
import { ownedList } from '../database/page-loader.ts';
import { rowSet } from '../database/row-set.ts';
import type { LoaderDefinition, Loaders } from '../server/loaders.ts';
import { workspaceOf } from '../tickets/ticket-loaders.ts';
import { type Flow, FlowEntity } from './flow.entity.ts';
import { type FlowVersion, FlowVersionEntity } from './flow-version.entity.ts';
import { loadReferences } from './load-references.ts';
import { storedFlow } from './read-document.ts';

/** Flows by id, deleted ones too: their runs stay. */
export const flowById: LoaderDefinition<string, Flow> = {
  async loadMany(em, ids) {
    return new Map((await em.find(FlowEntity, { id: { $in: [...ids] } })).map((flow) => [flow.id, flow]));
  },
};

/** Versions by id. */
export const versionById: LoaderDefinition<string, FlowVersion> = {
  async loadMany(em, ids) {
    return new Map(
      (await em.find(FlowVersionEntity, { id: { $in: [...ids] } })).map((version) => [version.id, version]),
    );
  },
};

/** A flow's versions by number, by `versionNumberKey`. */
export const versionByNumber: LoaderDefinition<string, FlowVersion> = {
  async loadMany(em, keys) {
    const asked = keys.map((key) => JSON.parse(key) as [string, number]);
    const wanted = new Set(keys);
    const found = await em.find(FlowVersionEntity, {
      flowId: { $in: [...new Set(asked.map(([flowId]) => flowId))] },
      number: { $in: [...new Set(asked.map(([, number]) => number))] },
    });
    return new Map(
      found
        .map((version) => [versionNumberKey(version.flowId, version.number), version] as const)
        .filter(([key]) => wanted.has(key)),
    );
  },
};

/** The key of a version by its number. */
export function versionNumberKey(flowId: string, number: number): string {
  return JSON.stringify([flowId, number]);
}

/** The number of a flow's newest version; flows never published are left out. */
export const newestNumberOfFlow: LoaderDefinition<string, number> = {
  async loadMany(em, ids) {
    const rows = await em.execute<{ flow_id: string; number: number }[]>(
      'select flow_id, max(number) as number from flow_version where flow_id = any(?::uuid[]) group by flow_id',
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map((row) => [row.flow_id, row.number]));
  },
};

/** A flow's versions, newest first. */
export const versionsOfFlow = ownedList<Omit<FlowVersion, 'workspaceId'>>({
  table: 'flow_version',
  rows: rowSet<Omit<FlowVersion, 'workspaceId'>>('insert into flow_version', {
    id: 'uuid',
    flowId: 'uuid',
    number: 'integer',
    document: 'jsonb',
    note: 'text',
    publishedAt: 'timestamptz',
    publishedBy: 'uuid',
    rolledBackFrom: 'uuid',
  }),
  owner: 'flow_id',
  order: [['number', 'integer']],
  keysOf: ({ number }) => [number],
  isDescending: true,
});

/** Users by id. */
export const userById: LoaderDefinition<string, User> = {
  async loadMany(em, ids) {
    return new Map((await em.find(UserEntity, { id: { $in: [...ids] } })).map((user) => [user.id, user]));
  },
};

const referencesOnce: LoaderDefinition<'references', References> = {
  async loadMany(em) {
    return new Map([['references', await loadReferences(em, await workspaceOf(em))]]);
  },
};

const EMPTY_REFERENCES: References = {
  queues: [],
  teams: [],
  agents: [],
  skills: [],
  channels: [],
  customFields: [],
  contactAttributes: [],
  calendars: [],
  credentials: [],
  slaPolicies: [],
  flows: [],
  categories: [],
  tags: [],
};

/** Everything flows may refer to; loaded once per operation. */
export async function referencesOf(loaders: Loaders): Promise<References> {
  return (await loaders.load(referencesOnce, 'references')) ?? EMPTY_REFERENCES;
}

/** The server's check of a draft, and the names its texts use. */
export async function checkDraft(loaders: Loaders, draft: unknown) {
  const references = await referencesOf(loaders);
  const document: FlowDocument = storedFlow(draft);
  const issues: readonly Issue[] = checkFlow(document, references);
  return { issues, names: namesOf(references, document) };
}
