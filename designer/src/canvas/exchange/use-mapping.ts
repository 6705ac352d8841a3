import { type ImportedFlow, importFlow, type PortableFlow, type ReferenceMapping } from '@alur/engine';
import { useMemo, useState } from 'react';
import { useReferences } from '../references/references-context.ts';

/** Which things of this workspace an imported flow's names stand for. */
export interface Mapping {
  /** The flow with what has been mapped so far. */
  readonly imported: ImportedFlow;
  /** The names that need an answer, answered or not. */
  readonly asked: ImportedFlow['missing'];
  readonly answers: readonly ReferenceMapping[];
  /** An empty id takes an answer back. */
  answer(kind: ReferenceMapping['kind'], name: string, id: string): void;
}

/** Maps the names of a flow from elsewhere to this workspace. */
export function useMapping(portable: PortableFlow): Mapping {
  const { references } = useReferences();
  const [answers, setAnswers] = useState<readonly ReferenceMapping[]>([]);
  const asked = useMemo(() => importFlow(portable, references).missing, [portable, references]);
  const imported = useMemo(() => importFlow(portable, references, answers), [portable, references, answers]);
  return {
    imported,
    asked,
    answers,
    answer: (kind, name, id) => {
      const others = answers.filter((each) => each.kind !== kind || each.name !== name);
      setAnswers(id === '' ? others : [...others, { kind, name, id }]);
    },
  };
}
