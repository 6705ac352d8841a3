import { type Flow, namesOf } from '@alur/engine';
import { useTranslation } from 'react-i18next';
import { portsOf } from '../edit/new-step.ts';
import { type OutlineChain, outlineTree } from '../outline/outline-tree.ts';
import { StepIcon } from '../palette/StepIcon.tsx';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import '../canvas-colors.css';
import './exchange.css';

/** A flow to read before it is taken in: its steps as sentences, branches indented. */
export function FlowPreview({ flow }: { readonly flow: Flow }) {
  const { t } = useTranslation();
  return (
    <section className="preview" aria-label={t('canvas.exchange.steps')} data-testid="flow-preview">
      {outlineTree(flow, portsOf).map((chain, index) => (
        <PreviewChain key={chain.steps[0]?.node.id ?? index} chain={chain} flow={flow} />
      ))}
    </section>
  );
}

function PreviewChain({ chain, flow }: { readonly chain: OutlineChain; readonly flow: Flow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { references } = useReferences();
  const names = namesOf(references, flow);
  const sentenceOf = (nodeId: string) => {
    const node = flow.nodes.find(({ id }) => id === nodeId);
    return node ? stepText(node, names, locale, node.kind).sentence : '';
  };
  return (
    <ol>
      {chain.steps.map(({ node, branches }) => (
        <li key={node.id}>
          <span className="preview-step">
            <StepIcon kind={node.kind} size={22} />
            <span>{sentenceOf(node.id)}</span>
          </span>
          {branches
            .filter(({ chain: inner }) => inner.steps.length > 0 || inner.end.type === 'goTo')
            .map(({ port, edgeId, chain: inner }) => (
              <div key={`${port} ${edgeId}`} className="preview-branch">
                <span className="preview-port">
                  {portsOf(node).find(({ id }) => id === port)?.label[locale] ?? port}
                </span>
                <PreviewChain chain={inner} flow={flow} />
              </div>
            ))}
        </li>
      ))}
      {chain.end.type === 'goTo' && (
        <li className="preview-goto">{t('canvas.outline.goTo', { step: sentenceOf(chain.end.nodeId) })}</li>
      )}
    </ol>
  );
}
