import { nodeDefinition } from '@alur/engine';
import { UnstyledButton } from '@mantine/core';
import { IconCornerDownRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import type { AddTarget } from '../editor/view-store.ts';
import { useStepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import { OutlineStepRow } from './OutlineStepRow.tsx';
import type { OutlineChain, OutlineStep } from './outline-tree.ts';

/** Steps one after the other, with a way to add one at each place. */
export function OutlineChainList({ chain }: { readonly chain: OutlineChain }) {
  const { t } = useTranslation();
  const { isReadOnly } = useEditor();
  const { end } = chain;
  return (
    <ol className="outline-chain">
      {chain.steps.map((step) => (
        <li key={step.node.id}>
          {step.edgeId !== null && !isReadOnly && (
            <AddHere label={t('canvas.step.addBetween')} target={{ type: 'edge', edgeId: step.edgeId }} isQuiet />
          )}
          <OutlineStepRow step={step.node} />
          {step.branches.length > 0 && <Branches step={step} />}
        </li>
      ))}
      {end.type === 'open' && !isReadOnly && (
        <li>
          <AddHere
            label={t('canvas.outline.add')}
            target={{ type: 'port', nodeId: end.nodeId, port: end.port }}
            isQuiet={false}
          />
        </li>
      )}
      {end.type === 'open' && isReadOnly && chain.steps.length === 0 && (
        <li className="outline-end">{t('canvas.outline.ends')}</li>
      )}
      {end.type === 'goTo' && (
        <li>
          <GoTo nodeId={end.nodeId} />
        </li>
      )}
    </ol>
  );
}

function Branches({ step }: { readonly step: OutlineStep }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const ports = nodeDefinition(step.node.kind)?.ports(step.node.config) ?? [];
  return (
    <ul className="outline-branches">
      {step.branches.map((branch) => {
        const label = ports.find(({ id }) => id === branch.port)?.label[locale] ?? branch.port;
        return (
          <li key={`${branch.port} ${branch.edgeId}`} aria-label={t('canvas.outline.branch', { port: label })}>
            <span className="outline-port">{label}</span>
            <OutlineChainList chain={branch.chain} />
          </li>
        );
      })}
    </ul>
  );
}

interface AddHereProps {
  readonly label: string;
  readonly target: AddTarget;
  /** Between two steps the button is small; at an open end it says what it does. */
  readonly isQuiet: boolean;
}

function AddHere({ label, target, isQuiet }: AddHereProps) {
  const { view } = useEditor();
  return (
    <UnstyledButton
      className={isQuiet ? 'outline-insert' : 'outline-add'}
      aria-label={label}
      title={label}
      data-testid={target.type === 'port' ? `add-${target.port}` : 'add-between'}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        view.setState({ picker: { type: 'add', target, at: { x: box.left, y: box.bottom + 4 } } });
      }}
    >
      <IconPlus size={13} aria-hidden />
      {!isQuiet && <span>{label}</span>}
    </UnstyledButton>
  );
}

function GoTo({ nodeId }: { readonly nodeId: string }) {
  const node = useDocument(({ flow }) => flow.nodes.find(({ id }) => id === nodeId));
  return node ? <GoToStep node={node} /> : null;
}

function GoToStep({ node }: { readonly node: Parameters<typeof useStepText>[0] }) {
  const { t } = useTranslation();
  const { actions } = useEditor();
  const { sentence } = useStepText(node);
  return (
    <UnstyledButton className="outline-goto" onClick={() => actions.openNode(node.id)}>
      <IconCornerDownRight size={15} aria-hidden />
      <span>{t('canvas.outline.goTo', { step: sentence })}</span>
    </UnstyledButton>
  );
}
