import { type FlowNode, type Locale, type Names, nodeDefinition } from '@alur/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferences } from './references-context.ts';
import { useLocale } from './use-locale.ts';

/** What a node is called and what it says, in the reader's language. */
export interface StepText {
  /** Its own label, else what its kind is called. */
  readonly title: string;
  /** Its settings as a sentence. */
  readonly sentence: string;
}

export function stepText(step: FlowNode, names: Names, locale: Locale, unknown: string): StepText {
  const definition = nodeDefinition(step.kind);
  if (!definition) return { title: step.label ?? step.kind, sentence: unknown };
  return { title: step.label ?? definition.label[locale], sentence: definition.sentence(step.config, names, locale) };
}

export function useStepText(step: FlowNode): StepText {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  return useMemo(() => stepText(step, names, locale, t('canvas.step.unknown')), [step, names, locale, t]);
}
