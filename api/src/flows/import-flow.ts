import {
  importFlow as importByName,
  issueText,
  parsePortableFlow,
  REFERENCE_KINDS,
  type ReferenceMapping,
  type UnresolvedReference,
} from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import { InputCheck } from '../server/input-check.ts';
import { Refusal } from '../server/refusal.ts';
import { createFlow, type FlowParts } from './arrange-flows.ts';
import { type Flow, FlowEntity } from './flow.entity.ts';
import { loadReferences } from './load-references.ts';
import { readDocumentOrThrow } from './read-document.ts';

/** What to do where a flow of the name is there: replace its draft, add another one, or leave it. */
export type OnExisting = 'update' | 'copy' | 'skip';

export interface FlowImport {
  /** An exported flow, or a bare flow document. */
  readonly document: unknown;
  /** Absent: the exported name. */
  readonly name?: string | null;
  readonly onExisting: OnExisting;
  readonly mapping?: readonly { readonly kind: string; readonly name: string; readonly id: string }[] | null;
}

/** An imported flow, as a draft; what its names are that this workspace has not is in `missing`. */
export interface ImportedFlow {
  readonly flow: Flow;
  readonly outcome: 'created' | 'updated' | 'skipped';
  readonly missing: readonly UnresolvedReference[];
}

/**
 * Takes a flow from another workspace, or from git, into a draft: nothing of it runs before it is published.
 * @throws Refusal with the engine's codes on what is no flow
 */
export async function importFlow(app: FlowParts, actor: Actor, input: FlowImport): Promise<ImportedFlow> {
  const parsed = parsePortableFlow(input.document);
  if (!parsed.ok)
    throw new Refusal(
      parsed.issues.map((issue) => ({
        code: issue.code,
        message: issueText(issue, actor.locale),
        path: ['input', 'document', ...issue.path.map(String)],
      })),
    );
  const { portable } = parsed;
  const mapping = checkMapping(input.mapping ?? []);
  const name = input.name?.trim() || portable.name || 'Imported flow';
  const { workspaceId } = actor;
  const { existing, imported } = await app.database.inWorkspace(workspaceId, async (em) => {
    const [first] = await em.find(
      FlowEntity,
      { name, deletedAt: null },
      { orderBy: { position: 'asc', id: 'asc' }, limit: 1 },
    );
    return {
      existing: first ?? null,
      imported: importByName(portable, await loadReferences(em, workspaceId), mapping),
    };
  });
  const { missing } = imported;
  if (existing && input.onExisting === 'skip') return { flow: existing, outcome: 'skipped', missing };
  // What the engine made of it is checked like any other draft: texts must be storable.
  const document = readDocumentOrThrow(imported.flow, actor);
  if (!existing || input.onExisting === 'copy')
    return { flow: await createFlow(app, actor, { name, document }), outcome: 'created', missing };
  const now = new Date(app.clock.nowMs());
  const flow = await app.database.inWorkspace(workspaceId, async (em) => {
    const found = await em.findOneOrFail(FlowEntity, { id: existing.id });
    found.draft = document;
    found.draftRevision += 1;
    found.draftSavedAt = now;
    found.draftSavedBy = actor.kind === 'user' ? actor.id : null;
    await em.flush();
    return found;
  });
  app.notices.publish({ workspaceId, about: 'flows', ids: [flow.id] });
  return { flow, outcome: 'updated', missing };
}

function checkMapping(given: NonNullable<FlowImport['mapping']>): ReferenceMapping[] {
  const check = new InputCheck();
  const mapping = given.flatMap(({ kind: asked, name, id }, index): ReferenceMapping[] => {
    const kind = REFERENCE_KINDS.find((known) => known === asked);
    if (kind) return [{ kind, name, id }];
    check.wrong('INVALID', `kind must be one of ${REFERENCE_KINDS.join(', ')}.`, 'mapping', String(index), 'kind');
    return [];
  });
  check.refuseIfWrong();
  return mapping;
}
