import type { FlowNode } from '@alur/engine';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../editor/editor-context.ts';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';

/** Gives what a port of a step leads to, as a sentence. */
export function useWaysOn(step: FlowNode): (port: string) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const { nodes, edges } = useDocument(({ flow }) => flow);
  return (port) => {
    const edge = edges.find(({ from }) => from.node === step.id && from.port === port);
    const next = nodes.find(({ id }) => id === edge?.to.node);
    return next ? stepText(next, names, locale, t('canvas.step.unknown')).sentence : t('canvas.outline.ends');
  };
}
