import { type Names, NO_REFERENCES, namesOf, type References } from '@alur/engine';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { ReferencesDocument } from '../canvas/flow-documents.ts';
import { readReferencesOrThrow } from '../canvas/references/read-references.ts';

/** Names for the ids in a ticket's history, and what filters offer; empty until loaded, when ids stand in. */
export function useKnownReferences(): { readonly references: References; readonly names: Names } {
  const { data } = useQuery(ReferencesDocument);
  return useMemo(() => {
    const references = data ? readReferencesOrThrow(data.references) : NO_REFERENCES;
    return { references, names: namesOf(references) };
  }, [data]);
}
