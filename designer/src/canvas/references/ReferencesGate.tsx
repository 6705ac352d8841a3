import { factCatalogue, namesOf } from '@alur/engine';
import { useQuery } from '@apollo/client/react';
import { type ReactNode, useMemo } from 'react';
import { Failure } from '../../shell/Failure.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { ReferencesDocument } from '../flow-documents.ts';
import { readReferencesOrThrow } from './read-references.ts';
import { type KnownReferences, ReferencesContext } from './references-context.ts';

/** Loads what flows of this workspace may name, then shows what needs it. */
export function ReferencesGate({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(ReferencesDocument);
  const known = useMemo((): KnownReferences | null => {
    if (!data) return null;
    const references = readReferencesOrThrow(data.references);
    return { references, facts: factCatalogue(references), names: namesOf(references) };
  }, [data]);
  if (known) return <ReferencesContext value={known}>{children}</ReferencesContext>;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <PageLoading />;
}
