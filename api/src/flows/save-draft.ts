import type { Actor } from '../access/actor.ts';
import { type FlowParts, findFlowOrThrow } from './arrange-flows.ts';
import type { Flow } from './flow.entity.ts';
import { FlowEntity } from './flow.entity.ts';
import { readDocumentOrThrow } from './read-document.ts';

/** The flow with its draft saved; or, where somebody saved in between, as it is, with nothing overwritten. */
export interface SavedDraft {
  readonly flow: Flow;
  readonly isStale: boolean;
}

/**
 * Saves a draft, which may be incomplete, if it was edited from the stored revision.
 * @throws Refusal on a malformed document; NOT_FOUND
 */
export async function saveDraft(
  app: FlowParts,
  actor: Actor,
  input: { readonly flowId: string; readonly document: unknown; readonly revision: number },
): Promise<SavedDraft> {
  const document = readDocumentOrThrow(input.document, actor);
  const { workspaceId } = actor;
  const now = new Date(app.clock.nowMs());
  const saved = await app.database.inWorkspace(workspaceId, async (em) => {
    const found = await findFlowOrThrow(em, input.flowId);
    // One statement decides: of two who saved from the same revision, one finds no row.
    const isSaved = await em.nativeUpdate(
      FlowEntity,
      { id: found.id, draftRevision: input.revision },
      {
        draft: document,
        draftRevision: input.revision + 1,
        draftSavedAt: now,
        draftSavedBy: actor.kind === 'user' ? actor.id : null,
      },
    );
    return { flow: await em.refreshOrFail(found), isStale: isSaved === 0 };
  });
  if (!saved.isStale) app.notices.publish({ workspaceId, about: 'flows', ids: [saved.flow.id] });
  return saved;
}
