import type { Flow } from '@alur/engine';
import { type FlowNode, namesOf } from '@alur/engine';
import { Text } from '@mantine/core';
import { IconArrowsRightLeft, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countChanges, flowChanges } from '../edit/flow-changes.ts';
import { portsOf } from '../edit/new-step.ts';
import { useReferences } from '../references/references-context.ts';
import { stepText } from '../references/step-text.ts';
import { useLocale } from '../references/use-locale.ts';
import './publish.css';

/** What differs between two flows, one sentence each. */
export function ChangesList({ before, after }: { readonly before: Flow; readonly after: Flow }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { references } = useReferences();
  const changes = flowChanges(before, after);
  const names = { before: namesOf(references, before), after: namesOf(references, after) };
  const sentence = (node: FlowNode | null, which: 'before' | 'after') =>
    node === null ? t('canvas.publish.nowhere') : stepText(node, names[which], locale, node.kind).sentence;
  const portName = (node: FlowNode, port: string) => portsOf(node).find(({ id }) => id === port)?.label[locale] ?? port;
  if (countChanges(changes) === 0) {
    return (
      <Text size="sm" className="alur-faint">
        {t('canvas.publish.noChanges')}
      </Text>
    );
  }
  return (
    <ul className="changes" data-testid="changes">
      {changes.added.map((node) => (
        <Change key={`added ${node.id}`} type="added" icon={<IconPlus size={15} />}>
          {t('canvas.publish.added', { step: sentence(node, 'after') })}
        </Change>
      ))}
      {changes.removed.map((node) => (
        <Change key={`removed ${node.id}`} type="removed" icon={<IconMinus size={15} />}>
          {t('canvas.publish.removed', { step: sentence(node, 'before') })}
        </Change>
      ))}
      {changes.changed.map((change) => (
        <Change key={`changed ${change.after.id}`} type="changed" icon={<IconPencil size={15} />}>
          {t('canvas.publish.changed', {
            before: sentence(change.before, 'before'),
            after: sentence(change.after, 'after'),
          })}
        </Change>
      ))}
      {changes.rewired.map(({ node, port, before: from, after: to }) => (
        <Change key={`rewired ${node.id} ${port}`} type="changed" icon={<IconArrowsRightLeft size={15} />}>
          {t('canvas.publish.rewired', {
            step: sentence(node, 'after'),
            port: portName(node, port),
            before: sentence(from, 'before'),
            after: sentence(to, 'after'),
          })}
        </Change>
      ))}
    </ul>
  );
}

interface ChangeProps {
  readonly type: 'added' | 'removed' | 'changed';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Change({ type, icon, children }: ChangeProps) {
  return (
    <li className="change" data-type={type}>
      <span className="change-icon" aria-hidden>
        {icon}
      </span>
      <span>{children}</span>
    </li>
  );
}
