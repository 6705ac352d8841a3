import { checkFlow, type Flow as FlowDocument, hasErrors, type Issue } from '@alur/engine';
import { v7 } from 'uuid';
import type { Actor } from '../access/actor.ts';
import type { EntityManager } from '../database/database.ts';
import { notFound } from '../server/error-codes.ts';
import { InputCheck, isId } from '../server/input-check.ts';
import { refusal } from '../server/refusal.ts';
import { changeFlow, type FlowParts } from './arrange-flows.ts';
import { checkAmongLiveFlows } from './check-across-flows.ts';
import type { Flow } from './flow.entity.ts';
import { type FlowVersion, FlowVersionEntity } from './flow-version.entity.ts';
import { loadReferences } from './load-references.ts';
import { storedFlow } from './read-document.ts';

const NOTE_LENGTH = 2_000;

/** What came of publishing: the new live version, or null with the errors that stood in the way. */
export interface Published {
  readonly flow: Flow;
  readonly version: FlowVersion | null;
  /** Warnings of a published version, those about other live flows too; errors and warnings of a refused one. */
  readonly issues: readonly Issue[];
}

/**
 * Makes the stored draft the next version, and live. The check done here is the one that counts.
 * @throws Refusal STALE_REVISION if the draft is not at `revision` any more; NOT_FOUND
 */
export async function publishFlow(
  app: FlowParts,
  actor: Actor,
  input: { readonly flowId: string; readonly revision: number; readonly note?: string | null },
): Promise<Published> {
  const note = checkNote(input.note);
  return publish(app, actor, input.flowId, async (flow, em) => {
    if (flow.draftRevision !== input.revision)
      throw refusal(
        'STALE_REVISION',
        `The draft was saved meanwhile (revision ${flow.draftRevision}, not ${input.revision}). Look at it again, then publish.`,
        'revision',
      );
    return addVersion(em, actor, flow, storedFlow(flow.draft), note, null, app.clock.nowMs());
  });
}

/**
 * Publishes an older version's document again, as a new version. The draft stays as it is.
 * @throws NOT_FOUND
 */
export async function rollBackFlow(
  app: FlowParts,
  actor: Actor,
  input: { readonly flowId: string; readonly versionId: string; readonly note?: string | null },
): Promise<Published> {
  const note = checkNote(input.note);
  return publish(app, actor, input.flowId, async (flow, em) => {
    const { versionId } = input;
    const old = isId(versionId) ? await em.findOne(FlowVersionEntity, { id: versionId, flowId: flow.id }) : null;
    if (!old) throw notFound('version of this flow');
    return addVersion(em, actor, flow, storedFlow(old.document), note, old.id, app.clock.nowMs());
  });
}

type Added = Omit<Published, 'flow'>;

async function publish(
  app: FlowParts,
  actor: Actor,
  flowId: string,
  add: (flow: Flow, em: EntityManager) => Promise<Added>,
): Promise<Published> {
  let added: Added = { version: null, issues: [] };
  const flow = await changeFlow(app, actor, flowId, async (found, em) => {
    added = await add(found, em);
    if (added.version) found.liveVersionId = added.version.id;
  });
  return { flow, ...added };
}

async function addVersion(
  em: EntityManager,
  actor: Actor,
  flow: Flow,
  document: FlowDocument,
  note: string,
  rolledBackFrom: string | null,
  nowMs: number,
): Promise<Added> {
  const references = await loadReferences(em, actor.workspaceId);
  const own = checkFlow(document, references);
  if (hasErrors(own)) return { version: null, issues: own };
  const issues = [...own, ...(await checkAmongLiveFlows(em, actor.workspaceId, references, { flow, document }))];
  const [newest] = await em.find(FlowVersionEntity, { flowId: flow.id }, { orderBy: { number: 'desc' }, limit: 1 });
  const version = em.create(FlowVersionEntity, {
    id: v7(),
    workspaceId: actor.workspaceId,
    flowId: flow.id,
    number: (newest?.number ?? 0) + 1,
    document,
    note,
    publishedAt: new Date(nowMs),
    publishedBy: actor.kind === 'user' ? actor.id : null,
    rolledBackFrom,
  });
  await em.flush();
  return { version, issues };
}

function checkNote(given: string | null | undefined): string {
  if (!given?.trim()) return '';
  const check = new InputCheck();
  const note = check.text(given, NOTE_LENGTH, 'note');
  check.refuseIfWrong();
  return note;
}
