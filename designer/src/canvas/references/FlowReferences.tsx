import { flowCatalogue, namesOf } from '@alur/engine';
import { type ReactNode, useMemo } from 'react';
import { useDocument } from '../editor/editor-context.ts';
import { type KnownReferences, ReferencesContext, useReferences } from './references-context.ts';

/** Adds to the workspace's facts those that steps of the open flow give to later ones. */
export function FlowReferences({ children }: { readonly children: ReactNode }) {
  const known = useReferences();
  const nodes = useDocument(({ flow }) => flow.nodes);
  const facts = useMemo(() => flowCatalogue({ nodes }, known.references), [nodes, known]);
  const results = JSON.stringify(facts.slice(known.facts.length));
  // Nearly every edit leaves the results as they are: then everything that reads facts stays as drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the results stand for the nodes they come from
  const own = useMemo((): KnownReferences => {
    if (facts.length === known.facts.length) return known;
    const flow = { nodes, edges: [], notes: [], format: 1 } as const;
    return { references: known.references, facts, names: namesOf(known.references, flow) };
  }, [known, results]);
  return <ReferencesContext value={own}>{children}</ReferencesContext>;
}
