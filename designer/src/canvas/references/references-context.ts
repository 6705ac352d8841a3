import type { FactDefinition, Names, References } from '@alur/engine';
import { createContext, useContext } from 'react';

/** What a workspace has that flows may name, ready for pickers and sentences. */
export interface KnownReferences {
  readonly references: References;
  readonly facts: readonly FactDefinition[];
  readonly names: Names;
}

export const ReferencesContext = createContext<KnownReferences | null>(null);

/** The workspace's references; the pages of this room load them before they show anything that needs them. */
export function useReferences(): KnownReferences {
  const known = useContext(ReferencesContext);
  if (!known) throw new Error('useReferences needs a ReferencesContext');
  return known;
}
